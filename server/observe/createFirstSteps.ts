/** Enough for a tail, few enough to be about now. */
const most = 200;

/** How soon the newest runs took their first step, milliseconds. */
export function createFirstSteps() {
  const waited: number[] = [];
  return {
    note(waitedMs: number): void {
      waited.push(waitedMs);
      if (waited.length > most) waited.shift();
    },
    /** Half of them within `halfMs`, 95 of 100 within `mostMs`; null before the first. */
    now(): { runs: number; halfMs: number; mostMs: number } | null {
      const sorted = waited.toSorted((a, b) => a - b);
      const within = (share: number) => Math.max(0, sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
      return sorted.length === 0 ? null : { runs: sorted.length, halfMs: within(0.5), mostMs: within(0.95) };
    },
  };
}

export type FirstSteps = ReturnType<typeof createFirstSteps>;
