import type { JSONContent } from "@tiptap/core";
import type { Json } from "#shared/nodes/define.ts";
import { Chip, isChip, type Template } from "#shared/template/template.ts";
import type { ScopedValue } from "#shared/workflow/valuesInScope.ts";

/** The most characters one part of a text may hold: a longer text is several parts, which mean the same. */
const longestPart = 20_000;

/** What a setting holds of a text with values; parts that are neither words nor a chip are left out. */
export const readTemplate = (value: Json | undefined): Template =>
  Array.isArray(value)
    ? value.flatMap((part): Template => (typeof part === "string" ? [part] : (asChip(part) ?? [])))
    : [];

const asChip = (part: unknown): Template | undefined => {
  const chip = Chip.safeParse(part).data;
  return chip && [chip];
};

/** The same text with neighbouring words made one and empty ones left out: two texts that read alike are then equal. */
export function joined(template: Template): Template {
  const parts: Template = [];
  for (const part of template) {
    const last = parts.at(-1);
    if (isChip(part)) parts.push(part);
    else if (typeof last === "string") parts.splice(-1, 1, last + part);
    else if (part !== "") parts.push(part);
  }
  return parts;
}

/** Words in pieces that a setting takes; a pair of surrogates is not cut in two. */
function pieces(words: string): string[] {
  if (words.length <= longestPart) return [words];
  const pair = /[\uD800-\uDBFF]/.test(words.charAt(longestPart - 1));
  const end = pair ? longestPart - 1 : longestPart;
  return [words.slice(0, end), ...pieces(words.slice(end))];
}

const stored = (template: Template): Template =>
  joined(template).flatMap((part): Template => (isChip(part) ? [part] : pieces(part)));

export const sameText = (one: Template, other: Template): boolean =>
  JSON.stringify(joined(one)) === JSON.stringify(joined(other));

/** The attributes of a chip in the editor: absent is null there. */
export const chipAttributes = ({ ref, fallback, format }: Chip) => ({
  ref,
  fallback: fallback ?? null,
  format: format ?? null,
});

/** The chip behind an editor's attributes; null where there is none, as after a foreign paste. */
export function chipOf(attributes: Readonly<Record<string, unknown>> | undefined): Chip | null {
  const given = Object.entries(attributes ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return Chip.safeParse(Object.fromEntries(given)).data ?? null;
}

/** A new chip. Dates are written as days: a customer cannot read milliseconds. */
export const chipFor = (ref: string, values: readonly ScopedValue[]): Chip =>
  values.find((value) => value.ref === ref)?.type === "date" ? { ref, format: "date" } : { ref };

/** The text as the editor's document: a line is a paragraph. */
export function toDocument(template: Template): JSONContent {
  const lines: JSONContent[][] = [[]];
  for (const part of joined(template)) {
    if (isChip(part)) lines.at(-1)?.push({ type: "chip", attrs: chipAttributes(part) });
    else
      for (const [index, text] of part.split("\n").entries()) {
        if (index > 0) lines.push([]);
        if (text !== "") lines.at(-1)?.push({ type: "text", text });
      }
  }
  return { type: "doc", content: lines.map((content) => ({ type: "paragraph", content })) };
}

/** The editor's document as it is kept. */
export function fromDocument(document: JSONContent): Template {
  const lines = (document.content ?? []).map(({ content }) => content ?? []);
  return stored(
    lines.flatMap((line, index): Template => [
      ...(index > 0 ? ["\n"] : []),
      ...line.flatMap((piece): Template => {
        if (piece.type === "text") return [piece.text ?? ""];
        const chip = piece.type === "chip" ? chipOf(piece.attrs) : null;
        return chip ? [chip] : [];
      }),
    ]),
  );
}
