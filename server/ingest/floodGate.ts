/**
 * How long the oldest of what waits for its commit may wait before more is refused, milliseconds. What has come is then kept and
 * answered within a few times that, however much more comes: a refusal costs a small part of an event.
 */
const longestWaitMs = 200;
/** How often an operator is told, milliseconds. */
const tellEveryMs = 60_000;

/** Shuts while events come faster than they can be kept. */
export function createFloodGate({ now, onTrouble }: { now(): number; onTrouble(error: unknown): void }) {
  /** When each came, the oldest first. */
  const waiting = new Set<{ at: number }>();
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    /** Whether the next one is to be refused, before any work is done for it. */
    isShut(): boolean {
      const [oldest] = waiting;
      if (!oldest) return false;
      const at = now();
      if (at - oldest.at < longestWaitMs) return false;
      if (at - toldAt >= tellEveryMs) {
        toldAt = at;
        onTrouble(new Error("More events come in than can be kept: some are refused, and Intercom sends them again."));
      }
      return true;
    },
    /** Counts what waits for its commit. */
    async pass<T>(kept: Promise<T>): Promise<T> {
      const came = { at: now() };
      waiting.add(came);
      try {
        return await kept;
      } finally {
        waiting.delete(came);
      }
    },
  };
}
