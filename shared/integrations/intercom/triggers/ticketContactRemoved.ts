import { text } from "../../../language/text.ts";
import { ticketTrigger } from "./ticketTrigger.ts";

/** Intercom topic ticket.contact.detached. */
export const ticketContactRemoved = ticketTrigger({
  type: "intercom.ticketContactRemoved",
  label: text("Customer removed from a ticket", "Cliente quitado de un ticket"),
  help: text("Starts when a customer is taken off a ticket.", "Empieza cuando se quita un cliente de un ticket."),
  keywords: text("participant detached left contact", "participante eliminado salió contacto"),
  icon: "removePerson",
  topics: ["ticket.contact.detached"],
  when: text("When a customer is removed from a ticket", "Cuando se quita un cliente de un ticket"),
});
