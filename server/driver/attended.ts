import type { Ask } from "#shared/engine/runState.ts";
import type { Outcome, ReadEffect, RequestEffect } from "#shared/nodes/effect.ts";
import type { Performed } from "./performer.ts";

/** An effect that is sent to the outside. */
export type Sent = Ask & { effect: RequestEffect | ReadEffect };

/** A call to make: the effect itself, or the look whether it has happened. */
export interface Call {
  ask: Sent;
  does: "send" | "look";
  effect: RequestEffect | ReadEffect;
}

/** A call that was made, and how it ended. */
export interface Came {
  call: Call;
  performed: Performed;
}

/**
 * What came of one effect: it has ended; a call is to be made once the commit is on the disk, or has to wait until it may leave; or nothing is to be done before `dueAt`
 * (epoch milliseconds), and whether it sleeps till then or holds up its cell.
 */
export type Attended = { outcome: Outcome } | { call: Call } | { leave: "asked" } | { dueAt: number; asleep: boolean };

/** Without an end of its time a run sleeps until it is woken; SQLite compares it like any other instant. */
export const never = Number.MAX_SAFE_INTEGER;
