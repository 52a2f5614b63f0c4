import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic conversation.contact.attached. */
export const contactJoinedConversation = plainTrigger({
  type: "intercom.contactJoinedConversation",
  label: text("Customer joined a conversation", "Un cliente se unió a una conversación"),
  help: text(
    "Starts when one more customer takes part in a conversation.",
    "Empieza cuando otro cliente participa en una conversación.",
  ),
  keywords: text("participant added attached group cc", "participante añadido agregado grupo copia"),
  icon: "addPerson",
  group: "triggerConversation",
  topics: ["conversation.contact.attached"],
  when: text("When a customer joins a conversation", "Cuando un cliente se une a una conversación"),
});
