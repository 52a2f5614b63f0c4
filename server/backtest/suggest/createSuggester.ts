import { wholeArchive } from "#shared/api/backtests.ts";
import type { Done, Feature, SuggestionCase, SuggestionPart, Suggestions } from "#shared/suggestions/suggestion.ts";
import type { Window } from "../cases.ts";
import type { Archived } from "../createArchived.ts";
import type { Names } from "./deedsIn.ts";
import { suggestionCase } from "./lookClosely.ts";
import { keyOf, suggest, type Suggested } from "./suggest.ts";

/** Which conversations of which suggestion. */
export interface SuggestionWhere {
  feature: Feature;
  done: Done;
  part: SuggestionPart;
}

/** Suggestions from the whole archive; looked for anew only when the archive or the workspace's names have changed. Null where it was stopped. */
export function createSuggester(archived: Archived, isStopped: () => boolean) {
  let last: { key: string; suggested: Suggested } | null = null;

  function suggested(names: Names): Suggested | null {
    const key = JSON.stringify([archived.change(), names]);
    if (last?.key === key) return last.suggested;
    const fresh = suggest(archived.in(wholeArchive), names, isStopped);
    if (fresh) last = { key, suggested: fresh };
    return fresh;
  }

  return {
    found: (names: Names): Suggestions | null => suggested(names)?.found ?? null,
    /** Newest first. `unknown`: nothing of the kind is found (any more). */
    cases(
      names: Names,
      where: SuggestionWhere,
      { skip, limit }: Window,
    ): { total: number; cases: SuggestionCase[] } | "unknown" | null {
      const all = suggested(names);
      if (!all) return null;
      const matched = all.matched.get(keyOf(where));
      if (!matched) return "unknown";
      const meant = matched
        .filter(({ index }) => where.part === "all" || (where.part === "learned") === index < all.split)
        .toReversed();
      return { total: meant.length, cases: meant.slice(skip, skip + limit).map(suggestionCase) };
    },
  };
}
