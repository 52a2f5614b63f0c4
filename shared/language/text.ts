import { z } from "zod";

/** The languages every visible word exists in. */
export const languages = ["en", "es"] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** One visible text, in every language. */
export const Text = z.object({ en: z.string(), es: z.string() });
export type Text = z.infer<typeof Text>;

/** Shorthand for declarations: `text("Close", "Cerrar")`. */
export const text = (en: string, es: string): Text => ({ en, es });

/** Joins parts as a person would: "a, b and c" / "a, b y c". */
export function joinWords(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

/** Cuts a long text for a card or a sentence, on a whole character. */
export function shorten(value: string, most: number): string {
  const characters = Array.from(value);
  return characters.length <= most ? value : `${characters.slice(0, most - 1).join("")}…`;
}

const plain = /^[\0-\x7f]*$/;
const marks = /\p{M}+/gu;
const folding = (value: string): string => value.normalize("NFD").replace(marks, "").toLowerCase();

/** Long texts that were folded lately, where somebody asked for that: see `rememberFolded`. */
let folded: Map<string, string> | null = null;
let room = 0;
const longEnough = 32;

/**
 * From now on long texts that come again are folded once, up to so many characters of them. For a thread that asks the same texts over and
 * over: it costs that much memory.
 */
export function rememberFolded(characters: number): void {
  folded = new Map();
  room = characters;
}

/** Lower case without accents, so that "Devolución" and "devolucion" compare equal. */
export function fold(value: string): string {
  if (folded === null || value.length < longEnough) return plain.test(value) ? value.toLowerCase() : folding(value);
  const known = folded.get(value);
  if (known !== undefined) return known;
  const fresh = plain.test(value) ? value.toLowerCase() : folding(value);
  room -= value.length;
  if (room >= 0) folded.set(value, fresh);
  return fresh;
}
