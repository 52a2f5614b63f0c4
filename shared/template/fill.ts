import type { Value } from "../conditions/evidence.ts";
import { instantOf } from "./instantOf.ts";
import { isChip, type Chip, type Template } from "./template.ts";

/** How a run looks up a reference; null when it is not set. */
export type Read = (ref: string) => Value;

/** A value as plain words: lists joined, numbers written out. Empty when not set. */
export function showValue(value: Value, format?: Chip["format"]): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(", ");
  const at = format === "date" ? instantOf(value) : null;
  return at === null ? String(value) : new Date(at).toISOString().slice(0, 10);
}

/** One pass over the parts: what a chip leads to is inserted as it is and never looked at again. */
export const fill = (template: Template, read: Read): string =>
  template
    .map((part) => (isChip(part) ? showValue(read(part.ref), part.format) || (part.fallback ?? "") : part))
    .join("");

const escapes = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);
const escapeHtml = (words: string): string =>
  words.replace(/[&<>"']/g, (character) => escapes.get(character) ?? character);

/** The filled text as the simple HTML that Intercom takes: paragraphs and line breaks, everything else escaped. */
export const fillHtml = (template: Template, read: Read): string =>
  fill(template, read)
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("");
