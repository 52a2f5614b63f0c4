import type { Feature, Figures, Suggestion, SuggestionCase } from "#shared/suggestions/suggestion.ts";
import { shorten } from "#shared/language/text.ts";
import { type Deed, doneWith } from "./deedsIn.ts";
import type { DoneOnce } from "./doneIn.ts";
import { type Begun, foldedTexts } from "./population.ts";
import { shownWords } from "./shownWords.ts";
import { type KnownAttribute, type Trait, traitKey, traitsOf } from "./traitsOf.ts";

/** A rule to be looked at closely: words, folded, or something else conversations have in common, and what was done. */
export interface Rule {
  common: { words: string } | { trait: Trait };
  deed: Deed;
}

const excerptLength = 140;

/** A rule with its figures, and the conversations that it is about, oldest first. */
export interface Looked {
  suggestion: Suggestion;
  matched: readonly Matched[];
}

export interface Matched {
  /** Its place among all that were looked through, by date. */
  index: number;
  one: Begun;
  done: DoneOnce | undefined;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/**
 * The figures of rules, counted over whole texts just as the conditions of their drafts decide, so that a simulation counts the same.
 * Null where it was stopped.
 * @param split where the part begins on which rules are checked.
 */
export function lookClosely(
  begun: readonly Begun[],
  rules: readonly Rule[],
  split: number,
  attributes: readonly KnownAttribute[],
  isStopped: () => boolean,
): Looked[] | null {
  const looked = rules.map(({ common, deed }) => ({
    common,
    deed,
    key: "trait" in common ? traitKey(common.trait) : "",
    matched: [] as Matched[],
    doing: { learned: 0, checked: 0 },
    inSubject: false,
  }));
  for (const [index, one] of begun.entries()) {
    if (index % 256 === 0 && isStopped()) return null;
    const { text, subject } = foldedTexts(one.past);
    const traits = new Set(traitsOf(one.past, attributes).map(traitKey));
    for (const rule of looked) {
      const { common, deed, key, doing } = rule;
      const done = doneWith(deed, one);
      if (done) doing[index < split ? "learned" : "checked"] += 1;
      const inSubject = "words" in common && subject.includes(common.words);
      if (inSubject) rule.inSubject = true;
      if ("words" in common ? inSubject || text.includes(common.words) : traits.has(key))
        rule.matched.push({ index, one, done });
    }
  }
  const figures = (of: readonly Matched[], doing: number, total: number): Figures => ({
    matched: of.length,
    went: of.filter(({ done }) => done).length,
    base: total === 0 ? 0 : doing / total,
  });
  return looked.map(({ common, deed, matched, doing, inSubject }) => {
    const pasts = matched.map(({ one: { past } }) => past);
    const feature: Feature =
      "trait" in common ? common.trait : { kind: "words", words: shownWords(common.words, pasts), inSubject };
    const [learned, checked] = [
      matched.filter(({ index }) => index < split),
      matched.filter(({ index }) => index >= split),
    ];
    const suggestion: Suggestion = {
      feature,
      done: deed.done,
      byHand: deed.byHand,
      all: figures(matched, doing.learned + doing.checked, begun.length),
      learned: figures(learned, doing.learned, split),
      checked: figures(checked, doing.checked, begun.length - split),
      usuallyAfterMs: median(
        matched.flatMap(({ one, done }) =>
          done?.at == null ? [] : [Math.max(0, done.at - (one.past.base.createdAt ?? done.at))],
        ),
      ),
      todays: feature.kind === "attribute",
    };
    return { suggestion, matched };
  });
}

export const suggestionCase = ({ one: { past }, done }: Matched): SuggestionCase => ({
  id: past.id,
  title: past.base.title,
  excerpt: shorten(past.base.firstMessage.replaceAll(/\s+/g, " ").trim(), excerptLength),
  createdAt: new Date(past.base.createdAt ?? 0).toISOString(),
  went: done !== undefined,
});
