import { text } from "../../../language/text.ts";
import { whoTrigger } from "./whoTrigger.ts";

/** Intercom topic conversation.admin.snoozed. */
export const conversationSnoozed = whoTrigger({
  type: "intercom.conversationSnoozed",
  label: text("Conversation snoozed", "Conversación pospuesta"),
  help: text("Starts when a conversation is snoozed.", "Empieza cuando se pospone una conversación."),
  keywords: text("snooze postpone later sleep pause wait", "posponer aplazar más tarde dormir pausar esperar"),
  icon: "snooze",
  group: "triggerConversation",
  topics: ["conversation.admin.snoozed"],
  by: text("Snoozed by", "Pospuesta por"),
  when: {
    anyone: text("When a conversation is snoozed", "Cuando se pospone una conversación"),
    teammate: text("When a teammate snoozes a conversation", "Cuando un compañero pospone una conversación"),
    bot: text("When a bot snoozes a conversation", "Cuando un bot pospone una conversación"),
  },
});
