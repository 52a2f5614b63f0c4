import { text } from "../../../language/text.ts";
import { defineAction, type Given } from "../../../nodes/define.ts";
import { pathOf, request, skipped } from "../request.ts";
import { simulatedTag, type Tagging, taggingConfig, taggingReply, tagNameIn, untagLookUp } from "../tagging.ts";
import { idOf, isOwn, onOne } from "../whose.ts";

/** Intercom tells at most ten tags with a contact, so that a full list leaves it open. */
const mostTold = 10;

const surelyUntagged = ({ facts, config }: Given<Tagging>): boolean => {
  const known = isOwn(config) ? facts.contact?.tagIds : undefined;
  return known !== undefined && known.length < mostTold && !known.includes(config.tag);
};

/** Intercom 2.16: DELETE /contacts/{id}/tags/{tag_id}. */
export const untagContact = defineAction({
  type: "intercom.untagContact",
  label: text("Remove tag from customer", "Quitar etiqueta al cliente"),
  help: text("Takes a tag off the customer.", "Quita una etiqueta al cliente."),
  keywords: text("untag delete label contact", "desetiquetar borrar contacto"),
  icon: "untag",
  group: "customer",
  config: taggingConfig("contact"),
  example: { tag: "9920011" },
  fresh: {},
  reply: taggingReply(),
  needs: ["contact"],
  plan: (given) =>
    onOne("contact", given, (id) =>
      surelyUntagged(given)
        ? skipped(
            "Nothing to remove: the tag is not on the customer.",
            "Nada que quitar: el cliente no lleva esa etiqueta.",
          )
        : request("DELETE", pathOf("contacts", id, "tags", given.config.tag)),
    ),
  answer: tagNameIn,
  simulate: simulatedTag,
  onUncertain: untagLookUp((given) => request("GET", pathOf("contacts", idOf("contact", given) ?? "", "tags"))),
  changes: (facts, { config }) =>
    facts.contact && isOwn(config)
      ? { ...facts, contact: { ...facts.contact, tagIds: facts.contact.tagIds.filter((id) => id !== config.tag) } }
      : facts,
  sentence: ({ tag }, { say, name }) =>
    say(`Remove tag ${name("tags", tag)} from the customer`, `Quitar la etiqueta ${name("tags", tag)} al cliente`),
  done: ({ tag }, _, { say, name }) =>
    say(`Removed tag ${name("tags", tag)} from the customer`, `Quitó la etiqueta ${name("tags", tag)} al cliente`),
});
