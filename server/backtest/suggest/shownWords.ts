import type { Past } from "#shared/archive/past.ts";
import { fold } from "#shared/language/text.ts";
import { textsOf } from "./population.ts";

/** So many conversations tell how people write it. */
const mostLooked = 40;
const letters = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Folded words as people mostly write them, with their accents, in lower case. */
export function shownWords(words: string, pasts: readonly Past[]): string {
  const count = words.split(" ").length;
  const forms = new Map<string, number>();
  for (const past of pasts.slice(0, mostLooked)) {
    const { text, subject } = textsOf(past);
    const found = [...`${subject}\n${text}`.matchAll(letters)].map(([form]) => form);
    for (let place = 0; place + count <= found.length; place += 1) {
      const form = found
        .slice(place, place + count)
        .join(" ")
        .normalize("NFC")
        .toLowerCase();
      if (fold(form) === words) forms.set(form, (forms.get(form) ?? 0) + 1);
    }
  }
  const [most] = [...forms].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? words;
}
