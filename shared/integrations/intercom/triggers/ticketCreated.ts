import { text } from "../../../language/text.ts";
import { ticketTrigger } from "./ticketTrigger.ts";

/** Intercom topic ticket.created. */
export const ticketCreated = ticketTrigger({
  type: "intercom.ticketCreated",
  label: text("New ticket", "Nuevo ticket"),
  help: text("Starts when a ticket is created.", "Empieza cuando se crea un ticket."),
  keywords: text("ticket created case request opened issue", "ticket creado caso solicitud abierto incidencia"),
  icon: "ticket",
  topics: ["ticket.created"],
  when: text("When a ticket is created", "Cuando se crea un ticket"),
});
