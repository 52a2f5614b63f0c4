import type { BacktestCounts } from "#shared/api/backtests.ts";
import type { Language } from "#shared/language/text.ts";
import { shareWords } from "../canvas/share.ts";

/** In what part of the conversations that come to a step a value that it uses is not there: "12%", by reference. */
export function missingAt(
  counts: BacktestCounts | null,
  step: string,
  language: Language,
): ReadonlyMap<string, string> {
  const reached = counts?.nodes.find(({ node }) => node === step)?.count ?? 0;
  return new Map(
    counts?.missing
      .filter(({ node, count }) => node === step && count > 0)
      .map(({ ref, count }) => [ref, shareWords(count, reached, language)]),
  );
}
