import { shorten, text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { noteConfig, noteReply, noteStep } from "../notes.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /companies/{id}/notes. */
export const noteCompany = defineAction({
  type: "intercom.noteCompany",
  label: text("Add note to company", "Añadir nota a la empresa"),
  help: text("Leaves a note on the company's profile.", "Deja una nota en la ficha de la empresa."),
  keywords: text("internal comment remark account", "interna comentario apunte cuenta ficha"),
  icon: "note",
  group: "company",
  config: noteConfig("company"),
  example: { note: ["Asked about the annual plan"] },
  fresh: { note: [] },
  needs: ["company"],
  reply: noteReply(),
  ...noteStep("company"),
  sentence: ({ note }, speech) =>
    speech.say(`Note on the company “${wording(note, speech)}”`, `Nota en la empresa «${wording(note, speech)}»`),
  done: (_, note, { say }) =>
    say(`Noted on the company “${shorten(note.text, 80)}”`, `Anotó en la empresa «${shorten(note.text, 80)}»`),
});
