import { z } from "zod";
import { entries, record, string } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, type Given, type Json, type LookUp, type Plan } from "../../nodes/define.ts";
import { template } from "../../nodes/form.ts";
import { fill, fillHtml } from "../../template/fill.ts";
import type { Template } from "../../template/template.ts";
import { sameWords } from "./conversationPart.ts";
import { emptyText, pathOf, request } from "./request.ts";
import { idOf, type Of, onOne, otherOne } from "./whose.ts";
import { isSince } from "./since.ts";

interface Setting extends Of {
  note: Template;
}

type Kind = "contact" | "company";
const roots = { contact: "contacts", company: "companies" } as const;
export const noteConfig = (kind: Kind) =>
  z.object({ note: template({ label: text("Note", "Nota") }), of: otherOne(kind) });
export const noteReply = () => z.object({ text: answer(z.string(), text("The note", "La nota"), "text") });

/** POST /contacts/{id}/notes and /companies/{id}/notes (Intercom 2.16), in our teammate's name. */
export const noteStep = (kind: Kind) => ({
  plan: (given: Given<Setting>): Plan =>
    onOne(kind, given, (id) =>
      fill(given.config.note, given.read).trim() === ""
        ? emptyText("The note", "El texto de la nota")
        : request("POST", pathOf(roots[kind], id, "notes"), {
            body: fillHtml(given.config.note, given.read),
            admin_id: given.actor,
          }),
    ),
  answer: (_: Json, given: Given<Setting>) => ({ text: fill(given.config.note, given.read) }),
  simulate: (): Json => ({ type: "note", id: "new" }),
  onUncertain: {
    read: (given) => request("GET", pathOf(roots[kind], idOf(kind, given) ?? "", "notes")),
    find(answered, given, since, claim) {
      const ours = entries(answered, "data", "notes").find(
        (note) =>
          string(record(note["author"])["id"]) === given.actor &&
          isSince(note["created_at"], since) &&
          sameWords(note, fillHtml(given.config.note, given.read)) &&
          claim(string(note["id"])),
      );
      return ours ? { type: "note", id: string(ours["id"]) } : null;
    },
    made: (note, _given, _since, claim) => void claim(string(record(note)["id"])),
  } satisfies LookUp<Setting>,
});
