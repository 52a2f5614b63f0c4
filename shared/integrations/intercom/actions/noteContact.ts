import { shorten, text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { noteConfig, noteReply, noteStep } from "../notes.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /contacts/{id}/notes. */
export const noteContact = defineAction({
  type: "intercom.noteContact",
  label: text("Add note to customer", "Añadir nota al cliente"),
  help: text("Leaves a note on the customer's profile.", "Deja una nota en la ficha del cliente."),
  keywords: text("internal comment remark contact profile", "interna comentario apunte contacto ficha"),
  icon: "note",
  group: "customer",
  config: noteConfig("contact"),
  example: { note: ["Asked for a refund"] },
  fresh: { note: [] },
  reply: noteReply(),
  ...noteStep("contact"),
  sentence: ({ note }, speech) =>
    speech.say(`Note on the customer “${wording(note, speech)}”`, `Nota en el cliente «${wording(note, speech)}»`),
  done: (_, note, { say }) =>
    say(`Noted on the customer “${shorten(note.text, 80)}”`, `Anotó en el cliente «${shorten(note.text, 80)}»`),
});
