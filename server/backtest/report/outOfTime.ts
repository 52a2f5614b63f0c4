import type { Report } from "#shared/api/simulations.ts";
import { monthlyOf, weeksOf, weeksOfMonth } from "./monthly.ts";

/** One conversation: how much of what would have been done in it can be compared, and how much of that teammates did too. */
export interface Checked {
  /** When it began, epoch milliseconds. */
  at: number;
  /** Whether anything would have been done. */
  acts: boolean;
  known: number;
  same: number;
}

const learned = 0.7;
const within = 1.96;
const dayMs = 86_400_000;
const daysOfMonth = weeksOfMonth * 7;

/** When the first conversation of the part that is checked began: 70 of 100 began earlier. */
export function splitOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * learned)] ?? Infinity;
}

function addUp(part: readonly Checked[]) {
  let [known, same] = [0, 0];
  for (const each of part) {
    known += each.known;
    same += each.same;
  }
  return { known, same };
}

/**
 * Whether what the first part of the archive says of a workflow was true of the last. The share of agreement of the last part is expected within
 * 95 of 100 of what chance makes of the first part's share, given how much there is to compare in both (normal approximation).
 */
export function outOfTime(all: readonly Checked[]): Report["outOfTime"] {
  const splitAt = splitOf(all.map(({ at }) => at));
  const [early, late] = [all.filter(({ at }) => at < splitAt), all.filter(({ at }) => at >= splitAt)];
  const [first, last] = [addUp(early), addUp(late)];
  if (first.known === 0 || last.known === 0) return null;
  const share = first.same / first.known;
  // A share of none or all would leave no room for chance: one more of each is added where the spread is worked out.
  const shy = (first.same + 1) / (first.known + 2);
  const margin = within * Math.sqrt(shy * (1 - shy) * (1 / first.known + 1 / last.known));
  const [low, high] = [Math.max(0, share - margin), Math.min(1, share + margin)];
  const found = last.same / last.known;

  const times = early.map(({ at }) => at);
  const foretold = monthlyOf(weeksOf(times).counts(early.filter(({ acts }) => acts).map(({ at }) => at)));
  const days = (late.reduce((latest, { at }) => Math.max(latest, at), splitAt) - splitAt) / dayMs;
  const acted = late.filter(({ acts }) => acts).length;
  const perMonth = days >= daysOfMonth ? (acted / days) * daysOfMonth : null;
  const holds =
    perMonth === null || foretold.low === null || foretold.high === null
      ? null
      : perMonth >= foretold.low && perMonth <= foretold.high;
  return {
    splitAt: new Date(splitAt).toISOString(),
    first,
    last,
    low,
    high,
    holds: found >= low && found <= high,
    month: { foretold, last: perMonth, holds },
  };
}
