import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { pathOf, request } from "../request.ts";
import { simulatedTag, taggingConfig, taggingReply, tagNameIn } from "../tagging.ts";
import { onOne } from "../whose.ts";

/** Intercom 2.16: POST /tickets/{id}/tags. */
export const tagTicket = defineAction({
  type: "intercom.tagTicket",
  label: text("Tag ticket", "Etiquetar ticket"),
  help: text("Puts a tag on the ticket.", "Pone una etiqueta al ticket."),
  keywords: text("label mark", "marcar categoría"),
  icon: "tag",
  group: "ticket",
  config: taggingConfig("ticket"),
  example: { tag: "9920011" },
  fresh: {},
  reply: taggingReply(),
  plan: (given) =>
    onOne("ticket", given, (id) =>
      request("POST", pathOf("tickets", id, "tags"), { id: given.config.tag, admin_id: given.actor }),
    ),
  answer: tagNameIn,
  simulate: simulatedTag,
  onUncertain: "repeat",
  sentence: ({ tag }, { say, name }) =>
    say(`Tag the ticket with ${name("tags", tag)}`, `Etiquetar el ticket con ${name("tags", tag)}`),
  done: ({ tag }, _, { say, name }) =>
    say(`Tagged the ticket with ${name("tags", tag)}`, `Etiquetó el ticket con ${name("tags", tag)}`),
});
