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
let lastFolded = ["", ""];

/** Lower case without accents, so that "Devolución" and "devolucion" compare equal. */
export function fold(value: string): string {
  // Rules that look for several words in one text fold it one after the other.
  const [last, folded = ""] = lastFolded;
  if (value === last) return folded;
  const bare = plain.test(value) ? value : value.normalize("NFD").replace(/\p{M}+/gu, "");
  const now = bare.toLowerCase();
  lastFolded = [value, now];
  return now;
}
