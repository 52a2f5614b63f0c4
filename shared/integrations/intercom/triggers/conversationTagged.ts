import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { tagFilter, tagWords, withTag } from "./filters/tag.ts";

/** Intercom topic conversation_part.tag.created. No topic tells that a tag is taken off a conversation. */
export const conversationTagged = defineTrigger({
  type: "intercom.conversationTagged",
  label: text("Conversation tagged", "Conversación etiquetada"),
  help: text(
    "Starts when a tag is put on a conversation or one of its messages.",
    "Empieza cuando se pone una etiqueta a una conversación o a uno de sus mensajes.",
  ),
  keywords: text("tag label added category", "etiqueta añadida categoría marcada"),
  icon: "tag",
  group: "triggerConversation",
  topics: ["conversation_part.tag.created"],
  config: z.object({ tag: tagFilter() }),
  example: { tag: { list: "tags", id: "9920011" } },
  fresh: { tag: null },
  accepts: ({ config, event }) => withTag(config.tag, event),
  sentence({ tag }, speech) {
    const words = tagWords(tag, speech);
    return speech.say(`When a conversation is tagged${words}`, `Cuando se etiqueta una conversación${words}`);
  },
});
