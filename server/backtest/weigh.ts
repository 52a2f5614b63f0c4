import type { Moment, Past } from "#shared/archive/past.ts";
import { type Decided, hasHistory, stayedClosed } from "./decidedAfter.ts";
import type { Changed } from "./replay.ts";

/** One thing that an act would have changed, beside what teammates did about it. */
export interface Weighed {
  aspect: "team" | "teammate" | "tags" | "state";
  /** An id, or a state; null for nobody. */
  wanted: string | null;
  /** What they did: the same kind of thing, or that they went on. Null: nobody did anything about it. */
  did: { to: string | null; wentOn: boolean; moment: Moment; same: boolean } | null;
  /** Whether the past tells who did what about it, and when: where it does not, that nobody did is no finding. */
  isTold: boolean;
}

/**
 * The one rule by which simulations and Shadow compare. Of a team, a teammate and a state what teammates decided first counts; of tags
 * each; closing is the same only where they closed it before the customer wrote again. The priority has no history.
 */
export function weigh(changed: Changed, past: Past, decided: Decided): Weighed[] {
  const all: Weighed[] = [];
  for (const [aspect, field] of [
    ["team", "teamId"],
    ["teammate", "teammateId"],
  ] as const) {
    const wanted = changed[field];
    if (wanted === undefined) continue;
    const first = decided[aspect];
    const did = first && { ...first, wentOn: false, same: first.to === wanted };
    all.push({ aspect, wanted, did, isTold: did !== null || hasHistory(past, field) });
  }
  for (const { id } of changed.tags ?? []) {
    const same = decided.tags.find(({ to }) => to.id === id);
    const first = same ?? decided.tags[0];
    const did = first ? { to: first.to.id, wentOn: false, moment: first.moment, same: same !== undefined } : null;
    const isTold = same !== undefined || !past.todays.includes("conversation.tags");
    all.push({ aspect: "tags", wanted: id, did, isTold });
  }
  const { state } = changed;
  if (state !== undefined) {
    const did = state === "closed" ? closed(decided) : decided.state && { ...decided.state, wentOn: false };
    all.push({
      aspect: "state",
      wanted: state,
      did: did && { ...did, same: did.to === state },
      isTold: did !== null || hasHistory(past, "state"),
    });
  }
  return all;
}

/** Closing at once where teammates had more to say is not what they did. */
function closed(decided: Decided): { to: string; wentOn: boolean; moment: Moment } | null {
  const wentOn = !stayedClosed(decided);
  const moment = wentOn ? (decided.wrote ?? decided.closed) : decided.closed;
  return moment && { to: wentOn ? "open" : "closed", wentOn, moment };
}
