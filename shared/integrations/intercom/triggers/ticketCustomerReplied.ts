import { text } from "../../../language/text.ts";
import { ticketTrigger } from "./ticketTrigger.ts";

/** Intercom topic ticket.contact.replied. */
export const ticketCustomerReplied = ticketTrigger({
  type: "intercom.ticketCustomerReplied",
  label: text("Customer replied on a ticket", "El cliente respondió en un ticket"),
  help: text("Starts when a customer writes in a ticket.", "Empieza cuando un cliente escribe en un ticket."),
  keywords: text("reply answered comment message contact", "respuesta contestó comentario mensaje contacto"),
  icon: "message",
  topics: ["ticket.contact.replied"],
  when: text("When a customer replies on a ticket", "Cuando un cliente responde en un ticket"),
});
