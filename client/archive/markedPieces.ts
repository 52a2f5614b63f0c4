import { fold } from "#shared/language/text.ts";

/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  text: string;
  isFound: boolean;
}

/** The words of a search; what is "in quotes" stays together. */
export const searchedWords = (search: string): string[] =>
  [...search.matchAll(/"([^"]+)"|[^\s"]+/g)]
    .map(([word, quoted]) => (quoted ?? word).trim())
    .filter((word) => word !== "");

const isLetter = /[\p{L}\p{N}]/u;

/** Cuts a text where words of a search begin in it, without regard to case and accents, as the search finds them. */
export function markedPieces(text: string, words: readonly string[]): Piece[] {
  const characters = Array.from(text.normalize("NFC"));
  // One character may fold into none or several: for each of the folded ones, whose it is.
  const owners: number[] = [];
  let folded = "";
  for (const [index, character] of characters.entries())
    for (const each of fold(character)) {
      folded += each;
      for (let unit = 0; unit < each.length; unit += 1) owners.push(index);
    }
  const found = new Set<number>();
  for (const word of words.map(fold)) {
    if (word === "") continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      if (at === 0 || !isLetter.test(folded.charAt(at - 1)))
        for (let unit = at; unit < at + word.length; unit += 1) found.add(owners[unit] ?? -1);
  }
  const pieces: Piece[] = [];
  for (const [index, character] of characters.entries()) {
    const isFound = found.has(index);
    const last = pieces.at(-1);
    if (last?.isFound === isFound) last.text += character;
    else pieces.push({ text: character, isFound });
  }
  return pieces;
}
