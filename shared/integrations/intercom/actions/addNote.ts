import { z } from "zod";
import { shorten, text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { template } from "../../../nodes/form.ts";
import { fill, fillHtml } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { emptyText } from "../request.ts";
import { wording } from "../wording.ts";
import { partLookUp, sameWords, writePart } from "../conversationPart.ts";

/** Intercom 2.16: POST /conversations/{id}/reply, message_type note. */
export const addNote = defineAction({
  type: "intercom.addNote",
  label: text("Add note", "Añadir nota"),
  help: text("Leaves an internal note that only teammates see.", "Deja una nota interna que solo ve el equipo."),
  keywords: text("internal comment remark", "interna comentario apunte"),
  icon: "note",
  group: "team",
  config: z.object({ note: template({ label: text("Note", "Nota") }) }),
  example: { note: ["Plan: ", { ref: "company.plan", fallback: "unknown" }] },
  fresh: { note: [] },
  reply: z.object({ text: answer(z.string(), text("The note", "La nota"), "text") }),
  plan: (given) =>
    fill(given.config.note, given.read).trim() === ""
      ? emptyText("The note", "El texto de la nota")
      : writePart(given, "reply", {
          message_type: "note",
          type: "admin",
          body: fillHtml(given.config.note, given.read),
        }),
  answer: (_, given) => ({ text: fill(given.config.note, given.read) }),
  simulate: ({ conversationId }) => ({ type: "conversation", id: conversationId ?? "0" }),
  onUncertain: partLookUp(
    (part, given: Given<{ note: Template }>) =>
      part["part_type"] === "note" && sameWords(part, fillHtml(given.config.note, given.read)),
  ),
  sentence: ({ note }, speech) => speech.say(`Note “${wording(note, speech)}”`, `Nota «${wording(note, speech)}»`),
  done: (_, note, { say }) => say(`Noted “${shorten(note.text, 80)}”`, `Anotó «${shorten(note.text, 80)}»`),
});
