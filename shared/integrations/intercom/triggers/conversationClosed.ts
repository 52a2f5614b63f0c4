import { text } from "../../../language/text.ts";
import { whoTrigger } from "./whoTrigger.ts";

/** Intercom topic conversation.admin.closed; a bot's closing comes under the same topic. */
export const conversationClosed = whoTrigger({
  type: "intercom.conversationClosed",
  label: text("Conversation closed", "Conversación cerrada"),
  help: text("Starts when a conversation is closed.", "Empieza cuando se cierra una conversación."),
  keywords: text("close finished solved done resolved end", "cerrar terminada resuelta finalizar fin"),
  icon: "check",
  group: "triggerConversation",
  topics: ["conversation.admin.closed"],
  by: text("Closed by", "Cerrada por"),
  when: {
    anyone: text("When a conversation is closed", "Cuando se cierra una conversación"),
    teammate: text("When a teammate closes a conversation", "Cuando un compañero cierra una conversación"),
    bot: text("When a bot closes a conversation", "Cuando un bot cierra una conversación"),
  },
});
