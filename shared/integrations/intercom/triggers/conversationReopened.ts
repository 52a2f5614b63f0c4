import { text } from "../../../language/text.ts";
import { whoTrigger } from "./whoTrigger.ts";

/** Intercom topic conversation.admin.opened. A customer who writes again comes under conversation.user.replied. */
export const conversationReopened = whoTrigger({
  type: "intercom.conversationReopened",
  label: text("Conversation reopened", "Conversación reabierta"),
  help: text(
    "Starts when a closed or snoozed conversation is opened again.",
    "Empieza cuando se vuelve a abrir una conversación cerrada o pospuesta.",
  ),
  keywords: text("open reopen again back", "abrir reabrir abierta otra vez de nuevo"),
  icon: "reopen",
  group: "triggerConversation",
  topics: ["conversation.admin.opened"],
  by: text("Reopened by", "Reabierta por"),
  when: {
    anyone: text("When a conversation is reopened", "Cuando se reabre una conversación"),
    teammate: text("When a teammate reopens a conversation", "Cuando un compañero reabre una conversación"),
    bot: text("When a bot reopens a conversation", "Cuando un bot reabre una conversación"),
  },
});
