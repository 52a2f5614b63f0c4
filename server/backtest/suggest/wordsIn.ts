import { fold } from "#shared/language/text.ts";

/** So much of a message is looked at for words: what comes after it is a log or a quoted thread. */
const mostLetters = 20_000;
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const shortest = 3;
const longest = 30;

/** A word of a text, folded. `joined`: it follows the one before it after a single space, so that both can be looked for as one. */
export interface Token {
  word: string;
  joined: boolean;
}

const isWord = (folded: string): boolean =>
  folded.length >= shortest && folded.length <= longest && !/^[\d'’-]+$/.test(folded);

/** The words of a text in their order. Addresses, numbers and what is too short or long to mean anything are left out. */
export function* wordsIn(text: string): Generator<Token> {
  const folded = fold(text.slice(0, mostLetters).replaceAll(/(?:https?:\/\/|www\.)\S+/gi, "\n"));
  let end = -1;
  for (const match of folded.matchAll(word)) {
    const [found] = match;
    const joined = match.index === end + 1 && folded[end] === " ";
    end = -1;
    if (!isWord(found)) continue;
    end = match.index + found.length;
    yield { word: found, joined };
  }
}
