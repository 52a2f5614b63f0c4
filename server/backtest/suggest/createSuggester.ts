import { wholeArchive } from "#shared/api/backtests.ts";
import type { Suggestions } from "#shared/suggestions/suggestion.ts";
import type { Archived } from "../createArchived.ts";
import type { Names } from "./deedsIn.ts";
import { suggest } from "./suggest.ts";

/** Suggestions from the whole archive; looked for anew only when the archive or the workspace's names have changed. Null where it was stopped. */
export function createSuggester(archived: Archived, isStopped: () => boolean): (names: Names) => Suggestions | null {
  let last: { key: string; found: Suggestions } | null = null;
  return (names) => {
    const key = JSON.stringify([archived.change(), names]);
    if (last?.key === key) return last.found;
    const found = suggest(archived.in(wholeArchive), names, isStopped);
    if (found) last = { key, found };
    return found;
  };
}
