import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic conversation.admin.unsnoozed. */
export const conversationUnsnoozed = plainTrigger({
  type: "intercom.conversationUnsnoozed",
  label: text("Conversation woke up", "Conversación reactivada"),
  help: text(
    "Starts when a snoozed conversation comes back to the inbox.",
    "Empieza cuando una conversación pospuesta vuelve a la bandeja.",
  ),
  keywords: text(
    "unsnoozed unsnooze snooze ended awake back returned",
    "fin de pospuesta reactivar despertar volvió vuelve",
  ),
  icon: "unsnooze",
  group: "triggerConversation",
  topics: ["conversation.admin.unsnoozed"],
  when: text("When a snoozed conversation wakes up", "Cuando una conversación pospuesta se reactiva"),
});
