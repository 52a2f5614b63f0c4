import type { Event } from "../events/event.ts";
import type { Facts, Scope } from "../events/facts.ts";
import type { Json, Reply } from "../nodes/define.ts";
import type { Effect, Failure, Outcome } from "../nodes/effect.ts";

/** What a run starts from. With its log of outcomes it is the whole run: everything else follows. */
export interface RunStart {
  event: Event;
  /** The trigger that let it in. */
  trigger: string;
  /** The teammate the connection acts as, at the time. */
  actor: string;
  /** Epoch milliseconds. */
  startedAt: number;
  /** How many runs before it led to it, each by what the one before had made; absent for none. */
  depth?: number | undefined;
}

export type RunStatus = "going" | "done" | "failed";

/** What a token is inside of: a round of a loop, or a branch whose parent waits for it. */
export type Frame =
  | { kind: "loop"; node: number; round: number; items: readonly Json[] | null; most: number }
  | { kind: "branch"; parent: number };

/** One place where a run stands. A run begins with one; branches have one each. */
export interface Token {
  id: number;
  /** The index of the step it is at; null where its line has ended. */
  at: number | null;
  frames: readonly Frame[];
  /** The effect it waits for. */
  asking: { seq: number; effect: Effect } | null;
  /** What the step it is at has asked for so far, and been answered. */
  seqs: readonly number[];
  answers: readonly Json[];
  /** While it waits for its branches: how many have not ended. */
  joining: number | null;
}

/** Where a run stands. Plain data and never changed in place. */
export interface RunState {
  start: RunStart;
  status: RunStatus;
  tokens: readonly Token[];
  /** How many tokens there have been. */
  born: number;
  facts: Facts;
  /** Which facts are still as of this wake-up. */
  fresh: ReadonlySet<Scope>;
  replies: ReadonlyMap<string, Reply>;
  /** What was looked up, by the request: answers the same request, until the run writes something or time has passed. */
  looked: ReadonlyMap<string, Json>;
  /** Epoch milliseconds of the last thing that is known to have happened. */
  now: number;
  /** How many effects it has asked for, and how many steps it has left. */
  asked: number;
  steps: number;
  failure: Failure | null;
  /** What it answers the workflow that ran it. */
  answer: Reply;
}

/** An effect the run waits for. `seq` counts from 0; outcomes come back in any order. */
export interface Ask {
  seq: number;
  node: string;
  effect: Effect;
}

/** The outcome of the effect `seq`. A run's log is a list of these, in the order in which they were settled. */
export interface Answered {
  seq: number;
  outcome: Outcome;
}

/** The same, while one call of `advance` works on its own copy. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
