import { text } from "../../../language/text.ts";
import { ticketTrigger } from "./ticketTrigger.ts";

/** Intercom topic ticket.closed; since 2.15 the ticket comes one level down. */
export const ticketClosed = ticketTrigger({
  type: "intercom.ticketClosed",
  label: text("Ticket closed", "Ticket cerrado"),
  help: text("Starts when a ticket is closed in the inbox.", "Empieza cuando se cierra un ticket en la bandeja."),
  keywords: text("close finished done ended", "cerrar terminado hecho finalizado"),
  icon: "close",
  topics: ["ticket.closed"],
  when: text("When a ticket is closed", "Cuando se cierra un ticket"),
});
