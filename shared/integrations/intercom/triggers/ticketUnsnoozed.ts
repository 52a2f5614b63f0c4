import { text } from "../../../language/text.ts";
import { ticketTrigger } from "./ticketTrigger.ts";

/** Intercom topic ticket.admin.unsnoozed (2.16). */
export const ticketUnsnoozed = ticketTrigger({
  type: "intercom.ticketUnsnoozed",
  label: text("Ticket woke up", "Ticket reactivado"),
  help: text(
    "Starts when a snoozed ticket comes back to the inbox.",
    "Empieza cuando un ticket pospuesto vuelve a la bandeja.",
  ),
  keywords: text("unsnoozed unsnooze snooze ended back returned", "fin de pospuesto reactivar despertar volvió vuelve"),
  icon: "unsnooze",
  topics: ["ticket.admin.unsnoozed"],
  when: text("When a snoozed ticket wakes up", "Cuando un ticket pospuesto se reactiva"),
});
