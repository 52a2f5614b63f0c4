import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { pathOf, request } from "../request.ts";
import { simulatedTag, taggingConfig, taggingReply, tagNameIn } from "../tagging.ts";
import { onOne } from "../whose.ts";

/**
 * Intercom 2.16: DELETE /tickets/{id}/tags/{tag_id}, with a body. A ticket does not tell its tags when it is read, so a lost answer is
 * asked for again.
 */
export const untagTicket = defineAction({
  type: "intercom.untagTicket",
  label: text("Remove tag from ticket", "Quitar etiqueta al ticket"),
  help: text("Takes a tag off the ticket.", "Quita una etiqueta al ticket."),
  keywords: text("untag delete label", "desetiquetar borrar"),
  icon: "untag",
  group: "ticket",
  config: taggingConfig("ticket"),
  example: { tag: "9920011" },
  fresh: {},
  reply: taggingReply(),
  plan: (given) =>
    onOne("ticket", given, (id) =>
      request("DELETE", pathOf("tickets", id, "tags", given.config.tag), { admin_id: given.actor }),
    ),
  answer: tagNameIn,
  simulate: simulatedTag,
  onUncertain: "repeat",
  sentence: ({ tag }, { say, name }) =>
    say(`Remove tag ${name("tags", tag)} from the ticket`, `Quitar la etiqueta ${name("tags", tag)} al ticket`),
  done: ({ tag }, _, { say, name }) =>
    say(`Removed tag ${name("tags", tag)} from the ticket`, `Quitó la etiqueta ${name("tags", tag)} al ticket`),
});
