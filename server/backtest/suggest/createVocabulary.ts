import type { Past } from "#shared/archive/past.ts";
import { textsOf } from "./population.ts";
import { wordsIn } from "./wordsIn.ts";

/** With more words than this in hand, those seen once so far are forgotten: a word that matters comes again. */
const mostInHand = 400_000;
/** Pairs are first counted in so many drawers by their hash, so that only pairs out of full drawers need a place of their own. */
const drawers = 1 << 22;
/** Words of one conversation, from its beginning, and frequent words of all: so that 16 bits and bounded memory are enough. */
const mostWordsEach = 600;
const mostFrequent = 60_000;

/** What is in place of a word that is not kept, and between words that do not follow each other: nothing joins over it. */
const gap = 65_535;

const drawerOf = (one: number, other: number): number =>
  (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 10;

/** Words and pairs of neighbouring words that occur in many conversations but not in most, each with a number. */
export interface Vocabulary {
  /** By number: a word, or two with a space between them. */
  words: readonly string[];
  /** The numbers of what occurs in a conversation, by its place, each once. */
  in(place: number): readonly number[];
}

/**
 * Counts in how many conversations words and pairs occur. Memory stays bounded whatever is written: rare words are forgotten on the way,
 * and rare pairs never kept. Null where it was stopped.
 * @param fewest in at least so many; @param most and at most so many: what nearly everybody writes tells nothing.
 */
export function createVocabulary(
  pasts: readonly Past[],
  fewest: number,
  most: number,
  isStopped: () => boolean,
): Vocabulary | null {
  let counts = new Map<string, number>();
  for (const [index, past] of pasts.entries()) {
    if (index % 256 === 0 && isStopped()) return null;
    for (const word of new Set(tokensOf(past).map((token) => token.word)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
    if (counts.size > mostInHand) counts = new Map([...counts].filter(([, count]) => count > 1));
  }
  const frequent = [...counts]
    .filter(([, count]) => count >= fewest)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostFrequent);
  const numbers = new Map(frequent.map(([word], number) => [word, number]));
  const isCommon = frequent.map(([, count]) => count > most);
  const size = frequent.length;

  const sequences: Uint16Array[] = [];
  for (const [index, past] of pasts.entries()) {
    if (index % 256 === 0 && isStopped()) return null;
    const found: number[] = [];
    for (const { word, joined } of tokensOf(past)) {
      if (!joined) found.push(gap);
      found.push(numbers.get(word) ?? gap);
    }
    sequences.push(Uint16Array.from(found));
  }
  /** Pairs as one number each, of words of which neither is common. */
  function pairsOf(found: Uint16Array): Set<number> {
    const pairs = new Set<number>();
    for (let place = 1; place < found.length; place += 1) {
      const [one = gap, other = gap] = [found[place - 1], found[place]];
      if (one !== gap && other !== gap && !isCommon[one] && !isCommon[other]) pairs.add(one * size + other);
    }
    return pairs;
  }

  const full = new Uint32Array(drawers);
  const drawer = (pair: number) => drawerOf(Math.floor(pair / size), pair % size);
  for (const found of sequences)
    for (const pair of pairsOf(found)) {
      const at = drawer(pair);
      full[at] = (full[at] ?? 0) + 1;
    }
  if (isStopped()) return null;
  const pairCounts = new Map<number, number>();
  for (const found of sequences)
    for (const pair of pairsOf(found))
      if ((full[drawer(pair)] ?? 0) >= fewest) pairCounts.set(pair, (pairCounts.get(pair) ?? 0) + 1);

  const words: string[] = [];
  const numberOfWord = new Map<number, number>();
  const numberOfPair = new Map<number, number>();
  for (const [number, [word, count]] of frequent.entries())
    if (count <= most) numberOfWord.set(number, words.push(word) - 1);
  for (const [pair, count] of pairCounts)
    if (count >= fewest && count <= most) {
      const [one, other] = [frequent[Math.floor(pair / size)], frequent[pair % size]];
      if (one && other) numberOfPair.set(pair, words.push(`${one[0]} ${other[0]}`) - 1);
    }
  return {
    words,
    in(place) {
      const found = sequences[place] ?? new Uint16Array();
      return [
        ...[...new Set(found)].flatMap((number) => numberOfWord.get(number) ?? []),
        ...[...pairsOf(found)].flatMap((pair) => numberOfPair.get(pair) ?? []),
      ];
    },
  };
}

function tokensOf(past: Past) {
  const { text, subject } = textsOf(past);
  return [...wordsIn(subject), ...wordsIn(text)].slice(0, mostWordsEach);
}
