import { text } from "../../../language/text.ts";
import { ticketTrigger } from "./ticketTrigger.ts";

/** Intercom topic ticket.contact.attached. */
export const ticketContactAdded = ticketTrigger({
  type: "intercom.ticketContactAdded",
  label: text("Customer added to a ticket", "Cliente añadido a un ticket"),
  help: text("Starts when one more customer is put on a ticket.", "Empieza cuando se añade otro cliente a un ticket."),
  keywords: text("participant attached joined contact", "participante agregado unido contacto"),
  icon: "addPerson",
  topics: ["ticket.contact.attached"],
  when: text("When a customer is added to a ticket", "Cuando se añade un cliente a un ticket"),
});
