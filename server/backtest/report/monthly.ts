import type { Monthly } from "#shared/api/simulations.ts";

const weekMs = 7 * 86_400_000;
/** Weeks of an average month. */
export const weeksOfMonth = 365.25 / 12 / 7;
/** With fewer weeks how they differ tells nothing. */
const fewestWeeks = 4;
/** Of the normal distribution: 95 of 100 lie within so many standard deviations. */
const within = 1.96;

/**
 * The whole weeks that the archive speaks of: seven days each from the first conversation on, without the last one, which has not ended,
 * and without those in which nobody wrote at all, of which the archive holds nothing.
 * @param times when the conversations began, epoch milliseconds.
 */
export function weeksOf(times: readonly number[]) {
  let [from, to] = [Infinity, -Infinity];
  for (const at of times) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  const weekOf = (at: number) => Math.floor((at - from) / weekMs);
  const whole = times.map(weekOf).filter((week) => week < weekOf(to));
  const places = new Map([...new Set(whole)].toSorted((a, b) => a - b).map((week, place) => [week, place]));
  return {
    count: places.size,
    /** How many of these began in each week. */
    counts(some: Iterable<number>): number[] {
      const counts = Array.from(places, () => 0);
      for (const at of some) {
        const place = places.get(weekOf(at));
        if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1;
      }
      return counts;
    },
  };
}

/**
 * What weekly counts make in a month, and between which figures 95 of 100 coming months lie. The interval is a normal approximation: the weeks'
 * own variance, at least a Poisson process's, for the month's own chance and for the mean being known from so many weeks only.
 */
export function monthlyOf(counts: readonly number[]): Monthly {
  const weeks = counts.length;
  if (weeks === 0) return { perMonth: null, low: null, high: null };
  const mean = counts.reduce((sum, count) => sum + count, 0) / weeks;
  const perMonth = mean * weeksOfMonth;
  if (weeks < fewestWeeks) return { perMonth, low: null, high: null };
  const spread = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (weeks - 1);
  const variance = Math.max(spread, mean) * (weeksOfMonth + weeksOfMonth ** 2 / weeks);
  const margin = within * Math.sqrt(variance);
  return { perMonth, low: Math.max(0, perMonth - margin), high: perMonth + margin };
}
