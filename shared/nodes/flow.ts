import type { Value } from "../conditions/evidence.ts";
import type { Event } from "../events/event.ts";
import type { Context, Json } from "./define.ts";

/** One thing a run may wait for, with the exit it leaves by. */
export interface WaitRow {
  exit: string;
  topics: readonly string[];
  /** Whether it is so already: then nothing is waited for. */
  already(context: Context, now: number): boolean;
  accepts(event: Event): boolean;
}

/**
 * What a step that steers asks of the engine. The engine knows these few, and no kind of step by name. Steps behind a `body`
 * or a branch run inside: where their lines end, the run comes back by itself, so that no drawing needs a circle.
 */
export type Flow =
  /** Rests until the first of the rows comes true, or until an instant (epoch milliseconds). */
  | { do: "wait"; rows: readonly WaitRow[]; until: number | null; late: string }
  /** Goes through `body` once for each item; or, without items, again and again until `enough` says so. At most `most` times. */
  | {
      do: "loop";
      items: readonly Json[] | null;
      most: number;
      body: string;
      after: string;
      enough?(context: Context, now: number): boolean;
    }
  /** Goes every branch at once, and on when all have ended, or at an instant without those that have not. */
  | { do: "split"; branches: readonly string[]; after: string; until: number | null; late: string }
  /** Runs another workflow for the same thing, and goes on with what it answers. */
  | { do: "call"; workflow: string; inputs: Readonly<Record<string, Value>> }
  /** Ends the whole run, branches and all; `answer` is for the workflow that ran it. */
  | { do: "stop"; answer: Readonly<Record<string, Value>> | null };
