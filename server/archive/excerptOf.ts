import type { Past } from "#shared/archive/past.ts";
import { fold, shorten } from "#shared/language/text.ts";

const longest = 140;
const wordsBefore = 40;
const inOneLine = (words: string): string => words.replaceAll(/\s+/g, " ").trim();

/** Words around the first that was searched for, wherever it was said; else the first words of the conversation. */
export function excerptOf(search: string, firstWords: string, read: () => Past | null): string {
  const [first] = fold(search).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (first === undefined || fold(firstWords).slice(0, longest).includes(first))
    return shorten(inOneLine(firstWords), longest);
  for (const { words } of read()?.moments ?? []) {
    const at = words ? fold(words.text).indexOf(first) : -1;
    if (!words || at < 0) continue;
    // A little before it, from the beginning of a word.
    const from = at <= wordsBefore ? 0 : words.text.indexOf(" ", at - wordsBefore) + 1;
    return `${from > 0 ? "… " : ""}${shorten(inOneLine(words.text.slice(from, from + 2 * longest)), longest)}`;
  }
  return shorten(inOneLine(firstWords), longest);
}
