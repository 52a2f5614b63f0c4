/** The minute (since the epoch) with the most calls, over all conversations at once; null where there are none. */
export function peakOf(all: Iterable<readonly number[]>): { minute: number; calls: number } | null {
  const calls = new Map<number, number>();
  let peak: { minute: number; calls: number } | null = null;
  for (const minutes of all)
    for (const minute of minutes) {
      const count = (calls.get(minute) ?? 0) + 1;
      calls.set(minute, count);
      if (!peak || count > peak.calls) peak = { minute, calls: count };
    }
  return peak;
}
