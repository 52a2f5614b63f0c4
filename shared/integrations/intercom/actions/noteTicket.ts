import { shorten, text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { ticketWords, wordsConfig, wordsReply } from "../ticketWrite.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /tickets/{id}/reply, message_type note. */
export const noteTicket = defineAction({
  type: "intercom.noteTicket",
  label: text("Add note to ticket", "Añadir nota al ticket"),
  help: text(
    "Leaves a note on the ticket that only teammates see.",
    "Deja en el ticket una nota que solo ve el equipo.",
  ),
  keywords: text("internal comment remark", "interna comentario apunte"),
  icon: "note",
  group: "ticket",
  config: wordsConfig("Note", "Nota"),
  example: { message: ["The customer called again."] },
  fresh: { message: [] },
  reply: wordsReply(),
  ...ticketWords("note"),
  sentence: ({ message }, speech) =>
    speech.say(`Note on the ticket “${wording(message, speech)}”`, `Nota en el ticket «${wording(message, speech)}»`),
  done: (_, sent, { say }) =>
    say(`Noted on the ticket “${shorten(sent.text, 80)}”`, `Anotó en el ticket «${shorten(sent.text, 80)}»`),
});
