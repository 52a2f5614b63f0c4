import { text } from "../../../language/text.ts";
import { ticketTrigger } from "./ticketTrigger.ts";

/** Intercom topic ticket.admin.snoozed (2.16). */
export const ticketSnoozed = ticketTrigger({
  type: "intercom.ticketSnoozed",
  label: text("Ticket snoozed", "Ticket pospuesto"),
  help: text("Starts when a ticket is snoozed.", "Empieza cuando se pospone un ticket."),
  keywords: text("snooze postpone later pause wait", "posponer aplazar más tarde pausar esperar"),
  icon: "snooze",
  topics: ["ticket.admin.snoozed"],
  when: text("When a ticket is snoozed", "Cuando se pospone un ticket"),
});
