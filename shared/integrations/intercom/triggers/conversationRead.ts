import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic conversation.read. */
export const conversationRead = plainTrigger({
  type: "intercom.conversationRead",
  label: text("Customer read the conversation", "El cliente leyó la conversación"),
  help: text(
    "Starts when a customer has read the latest messages.",
    "Empieza cuando un cliente ha leído los últimos mensajes.",
  ),
  keywords: text("seen opened viewed read receipt", "leída vista abierta visto confirmación de lectura"),
  icon: "read",
  group: "triggerConversation",
  topics: ["conversation.read"],
  when: text("When a customer reads the conversation", "Cuando un cliente lee la conversación"),
});
