import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic conversation.contact.detached. */
export const contactLeftConversation = plainTrigger({
  type: "intercom.contactLeftConversation",
  label: text("Customer left a conversation", "Un cliente salió de una conversación"),
  help: text(
    "Starts when a customer no longer takes part in a conversation.",
    "Empieza cuando un cliente deja de participar en una conversación.",
  ),
  keywords: text("participant removed detached group", "participante quitado eliminado grupo"),
  icon: "removePerson",
  group: "triggerConversation",
  topics: ["conversation.contact.detached"],
  when: text("When a customer leaves a conversation", "Cuando un cliente sale de una conversación"),
});
