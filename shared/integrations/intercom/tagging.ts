import { z } from "zod";
import { entries, record, string } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, type Given, type Json, type LookUp } from "../../nodes/define.ts";
import { pick } from "../../nodes/form.ts";
import type { RequestEffect } from "../../nodes/effect.ts";
import { type Of, otherOne } from "./whose.ts";

export interface Tagging extends Of {
  tag: string;
}

/** What steps that tag a customer, a company or a ticket have in common. */
export const taggingConfig = (kind: "contact" | "company" | "ticket") =>
  z.object({ tag: pick({ label: text("Tag", "Etiqueta") }, "tags"), of: otherOne(kind) });

export const taggingReply = () =>
  z.object({ name: answer(z.string(), text("The tag's name", "El nombre de la etiqueta"), "text") });

export const tagNameIn = (body: Json) => ({ name: string(record(body)["name"]) });
export const simulatedTag = ({ config }: Given<Tagging>): Json => ({ type: "tag", id: config.tag, name: "" });

/** Taking off a tag that is already off may be refused, so what carries it is read first. */
export const untagLookUp = (read: (given: Given<Tagging>) => RequestEffect): LookUp<Tagging> => ({
  read,
  find(body, given) {
    const raw = record(body);
    const list = "tags" in raw ? raw["tags"] : "data" in raw ? raw["data"] : undefined;
    // What does not look like a list of tags proves nothing.
    if (list === undefined) return null;
    return entries(list, "tags", "data").some(({ id }) => string(id) === given.config.tag) ? null : simulatedTag(given);
  },
});
