import { z } from "zod";
import type { Json } from "#shared/nodes/define.ts";
import { joinWords } from "#shared/language/text.ts";
import { Case } from "#shared/nodes/form.ts";

export const mostCases = 50;
export const mostValues = 100;

/** The exits as drawn so far; none of them where the setting cannot be read. */
export const readCases = (value: Json | undefined): Case[] => z.array(Case).safeParse(value).data ?? [];

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A new exit's id, of random bytes: lines hold on to it, so it is never used again. */
export const caseId = (bytes: Uint8Array): string => Array.from(bytes, (byte) => letters[byte % 36]).join("");

export const moved = (cases: readonly Case[], from: number, to: number): Case[] => {
  const rest = cases.filter((_, index) => index !== from);
  const one = cases[from];
  return one && to >= 0 && to < cases.length ? [...rest.slice(0, to), one, ...rest.slice(to)] : [...cases];
};

const namesOf = (values: readonly string[], nameOf: (value: string) => string) =>
  joinWords(values.map(nameOf), "/").slice(0, 80);

/**
 * An exit with other values. Values that are ids give the exit a readable name, for as long as nobody writes one: a drawing
 * never shows an id.
 */
export function withValues(one: Case, values: string[], nameOf: (value: string) => string): Case {
  const readable = values.every((value) => nameOf(value) === value);
  const own = one.label !== "" && one.label !== namesOf(one.values, nameOf);
  return { ...one, values, label: own ? one.label : readable ? "" : namesOf(values, nameOf) };
}
