import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic conversation.deleted, which tells no more than the id. */
export const conversationDeleted = plainTrigger({
  type: "intercom.conversationDeleted",
  label: text("Conversation deleted", "Conversación eliminada"),
  help: text(
    "Starts when a conversation has been deleted; only its number is known then.",
    "Empieza cuando se ha eliminado una conversación; ya solo se conoce su número.",
  ),
  keywords: text("delete removed erased gone", "eliminar borrar borrada quitada"),
  icon: "delete",
  group: "triggerConversation",
  topics: ["conversation.deleted"],
  when: text("When a conversation is deleted", "Cuando se elimina una conversación"),
});
