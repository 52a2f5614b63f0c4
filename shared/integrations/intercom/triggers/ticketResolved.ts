import { text } from "../../../language/text.ts";
import { ticketTrigger } from "./ticketTrigger.ts";

/** Intercom topic ticket.resolved. */
export const ticketResolved = ticketTrigger({
  type: "intercom.ticketResolved",
  label: text("Ticket resolved", "Ticket resuelto"),
  help: text("Starts when a ticket reaches a resolved state.", "Empieza cuando un ticket llega a un estado resuelto."),
  keywords: text("solved done finished completed", "solucionado hecho terminado completado"),
  icon: "check",
  topics: ["ticket.resolved"],
  when: text("When a ticket is resolved", "Cuando se resuelve un ticket"),
});
