/**
 * How long events may be taken in one turn of the event loop, milliseconds. A turn takes in all that came during the one before it, so longer turns
 * mean that more comes than can be kept. A refusal costs a quarter of an event: turns stay below a few times this, and
 * what is taken is answered as soon, however much comes.
 */
const longestMs = 100;
/** How often an operator is told, milliseconds. */
const tellEveryMs = 60_000;

/** Whether one more event is to be refused, before any work is done for it. */
export function createFloodGate({ now, onTrouble }: { now(): number; onTrouble(error: unknown): void }): () => boolean {
  let turnBegan: number | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    const at = now();
    if (turnBegan === null) {
      turnBegan = at;
      setImmediate(() => {
        turnBegan = null;
      });
    }
    if (at - turnBegan < longestMs) return false;
    if (at - toldAt >= tellEveryMs) {
      toldAt = at;
      onTrouble(new Error("More events come in than can be kept: some are refused, and Intercom sends them again."));
    }
    return true;
  };
}
