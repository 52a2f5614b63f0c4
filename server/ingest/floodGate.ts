/**
 * How long events are taken in one turn of the event loop, milliseconds. A turn takes in all that came during the one before it, so longer
 * turns mean that more comes than can be kept. A refusal costs a quarter of an event, which brings the turn to its end.
 */
const openMs = 100;
/** In a flood a turn may not end at all, so after a while some are taken again: an eighth of the time is spent on them. */
const againMs = 800;
/** How often an operator is told, milliseconds. */
const tellEveryMs = 60_000;

/** Whether one more event is to be refused, before any work is done for it. */
export function createFloodGate({ now, onTrouble }: { now(): number; onTrouble(error: unknown): void }): () => boolean {
  let turnBegan: number | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    const at = now();
    if (turnBegan === null)
      setImmediate(() => {
        turnBegan = null;
      });
    if (turnBegan === null || at - turnBegan >= againMs) turnBegan = at;
    if (at - turnBegan < openMs) return false;
    if (at - toldAt >= tellEveryMs) {
      toldAt = at;
      onTrouble(new Error("More events come in than can be kept: some are refused, and Intercom sends them again."));
    }
    return true;
  };
}
