import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { pathOf, request } from "../request.ts";
import { simulatedTag, taggingConfig, taggingReply, tagNameIn } from "../tagging.ts";
import { isOwn, onOne } from "../whose.ts";

/** Intercom 2.16: POST /contacts/{id}/tags. */
export const tagContact = defineAction({
  type: "intercom.tagContact",
  label: text("Tag customer", "Etiquetar cliente"),
  help: text("Puts a tag on the customer.", "Pone una etiqueta al cliente."),
  keywords: text("label mark contact user lead", "marcar contacto usuario categoría"),
  icon: "tag",
  group: "customer",
  config: taggingConfig("contact"),
  example: { tag: "9920011" },
  fresh: {},
  reply: taggingReply(),
  plan: (given) =>
    onOne("contact", given, (id) => request("POST", pathOf("contacts", id, "tags"), { id: given.config.tag })),
  answer: tagNameIn,
  simulate: simulatedTag,
  onUncertain: "repeat",
  changes: (facts, { config }) =>
    facts.contact && isOwn(config)
      ? { ...facts, contact: { ...facts.contact, tagIds: [...new Set([...facts.contact.tagIds, config.tag])] } }
      : facts,
  sentence: ({ tag }, { say, name }) =>
    say(`Tag the customer with ${name("tags", tag)}`, `Etiquetar al cliente con ${name("tags", tag)}`),
  done: ({ tag }, _, { say, name }) =>
    say(`Tagged the customer with ${name("tags", tag)}`, `Etiquetó al cliente con ${name("tags", tag)}`),
});
