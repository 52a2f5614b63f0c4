import { z } from "zod";
import { entries, record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction, type Given, type Json, type Plan } from "../../../nodes/define.ts";
import { pick } from "../../../nodes/form.ts";
import { conversationPath, noConversation } from "../conversationPart.ts";
import { skipped } from "../request.ts";

interface Tagging {
  tag: string;
}

const tagsPath = (id: string) => `${conversationPath(id)}/tags`;
const config = () => z.object({ tag: pick({ label: text("Tag", "Etiqueta") }, "tags") });
const tagReply = () =>
  z.object({ name: answer(z.string(), text("The tag's name", "El nombre de la etiqueta"), "text") });
const nameIn = (body: Json) => ({ name: string(record(body)["name"]) });
const simulated = ({ config: { tag } }: Given<Tagging>): Json => ({ type: "tag", id: tag, name: "" });

/** The tag as the conversation carries it now; null when it does not. */
const tagOn = (conversation: Json, id: string): Json | null => {
  const found = entries(record(conversation)["tags"], "tags", "data").find((entry) => string(entry["id"]) === id);
  return found ? { type: "tag", id, name: string(found["name"]) } : null;
};

const readConversation = (given: Given<Tagging>) => ({
  type: "request" as const,
  connection: "intercom" as const,
  method: "GET" as const,
  path: conversationPath(given.conversationId ?? ""),
});

/** Intercom 2.16: POST /conversations/{id}/tags. */
export const tag = defineAction({
  type: "intercom.tag",
  label: text("Tag", "Etiquetar"),
  help: text("Puts a tag on the conversation.", "Pone una etiqueta a la conversación."),
  keywords: text("label mark category", "etiqueta marcar categoría"),
  icon: "tag",
  group: "team",
  config: config(),
  example: { tag: "9920011" },
  fresh: {},
  reply: tagReply(),
  plan: (given): Plan =>
    given.conversationId === null
      ? noConversation
      : {
          type: "request",
          connection: "intercom",
          method: "POST",
          path: tagsPath(given.conversationId),
          body: { id: given.config.tag, admin_id: given.actor },
        },
  answer: nameIn,
  simulate: simulated,
  onUncertain: { read: readConversation, find: (body, given) => tagOn(body, given.config.tag) },
  changes: (facts, given) =>
    !facts.conversation || facts.conversation.tags.some(({ id }) => id === given.config.tag)
      ? facts
      : {
          ...facts,
          conversation: {
            ...facts.conversation,
            tags: [...facts.conversation.tags, { id: given.config.tag, name: "" }],
          },
        },
  sentence: (set, { say, name }) => say(`Tag with ${name("tags", set.tag)}`, `Etiquetar con ${name("tags", set.tag)}`),
  done: (set, _, { say, name }) =>
    say(`Tagged with ${name("tags", set.tag)}`, `Etiquetada con ${name("tags", set.tag)}`),
});

/** Whether the conversation carries the tag, as far as it is known. */
const isTagged = ({ facts, config: set }: Given<Tagging>): boolean | undefined =>
  facts.conversation?.tags.some(({ id }) => id === set.tag);

/** Intercom 2.16: DELETE /conversations/{id}/tags/{tag_id}, with a body. */
export const untag = defineAction({
  type: "intercom.untag",
  label: text("Remove tag", "Quitar etiqueta"),
  help: text("Takes a tag off the conversation.", "Quita una etiqueta de la conversación."),
  keywords: text("untag delete label", "desetiquetar borrar etiqueta"),
  icon: "untag",
  group: "team",
  config: config(),
  example: { tag: "9920011" },
  fresh: {},
  reply: tagReply(),
  needs: ["conversation"],
  plan: (given): Plan => {
    if (given.conversationId === null) return noConversation;
    return isTagged(given) === false
      ? skipped("Nothing to remove: the tag is not on it.", "Nada que quitar: no lleva esa etiqueta.")
      : {
          type: "request",
          connection: "intercom",
          method: "DELETE",
          path: `${tagsPath(given.conversationId)}/${encodeURIComponent(given.config.tag)}`,
          body: { admin_id: given.actor },
        };
  },
  answer: nameIn,
  simulate: simulated,
  onUncertain: {
    read: readConversation,
    find: (body, given) => (tagOn(body, given.config.tag) === null ? simulated(given) : null),
  },
  changes: (facts, given) =>
    facts.conversation
      ? {
          ...facts,
          conversation: {
            ...facts.conversation,
            tags: facts.conversation.tags.filter(({ id }) => id !== given.config.tag),
          },
        }
      : facts,
  sentence: (set, { say, name }) =>
    say(`Remove tag ${name("tags", set.tag)}`, `Quitar la etiqueta ${name("tags", set.tag)}`),
  done: (set, _, { say, name }) =>
    say(`Removed tag ${name("tags", set.tag)}`, `Quitada la etiqueta ${name("tags", set.tag)}`),
});
