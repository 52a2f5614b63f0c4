import type { Done, Feature, Suggestion, Suggestions } from "#shared/suggestions/suggestion.ts";
import type { Past } from "#shared/archive/past.ts";
import { createVocabulary } from "./createVocabulary.ts";
import { deedsIn, doneWith, type Names } from "./deedsIn.ts";
import { lookClosely, type Matched } from "./lookClosely.ts";
import { type Candidate, candidatesIn, isConfirmed, isFound, scoreOf, splitAt, Together, unlike } from "./mine.ts";
import { type Begun, begunIn } from "./population.ts";
import { type KnownAttribute, type Trait, traitKey, traitsOf } from "./traitsOf.ts";

/** A feature or a deed has to occur in so many conversations, and in such a share of them. */
const fewest = 30;
const fewestShare = 0.003;
/** A word in more than a quarter of them tells nothing. */
const mostShare = 0.25;
/** So many features are counted, so many rules are compared with each other, looked at closely, and shown. */
const mostFeatures = 30_000;
const mostCompared = 1_000;
const mostClose = 60;
const mostShown = 20;

/** Channels and attribute values that many conversations have. */
function frequentTraits(begun: readonly Begun[], known: readonly KnownAttribute[], least: number): Trait[] {
  const found = new Map<string, { trait: Trait; count: number }>();
  for (const { past } of begun)
    for (const trait of traitsOf(past, known)) {
      const key = traitKey(trait);
      found.set(key, { trait, count: (found.get(key)?.count ?? 0) + 1 });
    }
  return [...found.values()].filter(({ count }) => count >= least).map(({ trait }) => trait);
}

/** The most useful first: what people do before what is done anyhow, what was known then before today's values. */
const rank = ({ todays, byHand }: Suggestion): number => (todays ? 2 : 0) + (byHand ? 0 : 1);

/** What was found, and the conversations that each suggestion is about, by its `keyOf`. */
export interface Suggested {
  found: Suggestions;
  matched: ReadonlyMap<string, readonly Matched[]>;
  /** Where the part begins on which suggestions were checked. */
  split: number;
}

export const keyOf = ({ feature, done }: { feature: Feature; done: Done }): string => JSON.stringify([feature, done]);

/**
 * Looks through past conversations for what goes together: something that they have in common when they begin, and what people then
 * do. Found on the first part by date, checked on the last; with bounds that small numbers and many tries cannot pass by chance. No AI.
 * Null where it was stopped.
 */
export function suggest(pasts: readonly Past[], names: Names, isStopped: () => boolean): Suggested | null {
  const begun = begunIn(pasts);
  const { attributes } = names;
  const least = Math.max(fewest, Math.ceil(begun.length * fewestShare));
  const most = Math.floor(begun.length * mostShare);
  const split = splitAt(begun);
  const answer = (all: readonly { suggestion: Suggestion; matched: readonly Matched[] }[]): Suggested => ({
    found: {
      suggestions: all.map(({ suggestion }) => suggestion),
      conversations: begun.length,
      needed: Math.ceil(fewest / mostShare),
    },
    matched: new Map(all.map(({ suggestion, matched }) => [keyOf(suggestion), matched])),
    split,
  });
  const deeds = most < least ? [] : deedsIn(begun, least, names);
  if (deeds.length === 0) return answer([]);

  const all = begun.map(({ past }) => past);
  const vocabulary = createVocabulary(all, least, most, isStopped);
  if (!vocabulary) return null;
  const traits = frequentTraits(begun, attributes, least);
  const words = vocabulary.words.slice(0, mostFeatures);
  const traitNumbers = new Map(traits.map((trait, index) => [traitKey(trait), words.length + index]));
  const featuresOf = (index: number, { past }: Begun): number[] => [
    ...vocabulary.in(index).filter((word) => word < words.length),
    ...traitsOf(past, attributes).flatMap((trait) => traitNumbers.get(traitKey(trait)) ?? []),
  ];

  const learned = new Together(words.length + traits.length, deeds.length);
  const checked = new Together(words.length + traits.length, deeds.length);
  for (const [index, one] of begun.entries()) {
    if (index % 256 === 0 && isStopped()) return null;
    const done = deeds.flatMap((deed, place) => (doneWith(deed, one) ? [place] : []));
    (index < split ? learned : checked).add(featuresOf(index, one), done);
  }

  const candidates = candidatesIn(learned, checked);
  // What goes by today's values never keeps out what goes by what was known then.
  const isTodays = ({ feature }: Candidate) => traits[feature - words.length]?.kind === "attribute";
  const [certain, todays] = [candidates.filter((one) => !isTodays(one)), candidates.filter(isTodays)].map((some) =>
    some.slice(0, mostCompared),
  );
  const places = new Map<number, number[]>([...(certain ?? []), ...(todays ?? [])].map(({ feature }) => [feature, []]));
  for (const [index, one] of begun.entries())
    for (const feature of featuresOf(index, one)) places.get(feature)?.push(index);
  const having = (feature: number): readonly number[] => places.get(feature) ?? [];
  const chosen = [...unlike(certain ?? [], having, mostClose), ...unlike(todays ?? [], having, mostClose / 4)];
  const rules = chosen.flatMap(({ feature, done }) => {
    const [deed, word, trait] = [deeds[done], words[feature], traits[feature - words.length]];
    const common = word !== undefined ? { words: word } : trait && { trait };
    return deed && common ? [{ common, deed, done }] : [];
  });

  const looked = lookClosely(begun, rules, split, attributes, isStopped);
  if (!looked) return null;
  const tried = (words.length + traits.length) * deeds.length;
  // Inside other words, too, a word is mentioned: what held of whole words has to hold of that, and be unlike the others.
  const holds = ({ feature, learned: first, checked: last, all: whole }: Suggestion) =>
    isFound(first, tried) && isConfirmed(first, last) && (feature.kind !== "words" || whole.matched <= most);
  const held = looked
    .map((one, index) => ({
      ...one,
      feature: index,
      done: rules[index]?.done ?? 0,
      score: scoreOf(one.suggestion.all),
    }))
    .filter(({ suggestion }) => holds(suggestion))
    .toSorted((a, b) => rank(a.suggestion) - rank(b.suggestion) || b.score - a.score);
  const placesOf = looked.map(({ matched }) => matched.map(({ index }) => index));
  return answer(unlike(held, (index) => placesOf[index] ?? [], mostShown));
}
