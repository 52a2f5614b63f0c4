import type { Past } from "#shared/archive/past.ts";
import type { ReadEffect } from "#shared/nodes/effect.ts";
import type { Prepared } from "../backtest/prepare.ts";
import { type Act, type Replay, replayFrom } from "../backtest/replay.ts";
import type { DueShadow, Judged } from "../store/shadows.ts";
import { compareWithTeam, worstOf } from "./compareWithTeam.ts";
import { knownNow, knownSince, type Lacks, placeOf } from "./knownLive.ts";

export interface DecideOptions {
  prepared: Prepared;
  /** The newest version of another workflow that is run by this one. */
  callee(workflow: string): Prepared | null;
}

/** What was decided; or what has to be read before that can be told. */
type Tried = { lacks: ReadEffect[] } | { decided: Omit<Judged, "dueAt"> };

const outcomeOf = ({ status }: Replay): Judged["outcome"] => (status === "unfinished" ? "waits" : status);

/**
 * What a workflow would have done about an event, as far as that is known at once: up to where it begins to wait. Pure.
 */
export function decideNow(
  { start, reads }: Pick<DueShadow, "start" | "reads">,
  { prepared, callee }: DecideOptions,
): Tried {
  const lacks: Lacks = new Map();
  const replayed = replayFrom(prepared, knownNow(reads, lacks), start, {
    horizon: start.startedAt,
    callee,
    logged: true,
  });
  if (lacks.size > 0) return { lacks: [...lacks.values()] };
  const { acts, doubts, log } = replayed;
  // What leaves nothing to compare is known for that at once.
  const compared = ({ changed }: Act) => (changed ? null : []);
  const all = acts.map((act) => ({ node: act.node, compared: compared(act) }));
  const isOver = replayed.status !== "unfinished" && all.every(({ compared: each }) => each !== null);
  const decided = {
    outcome: outcomeOf(replayed),
    acts: all,
    doubts: [...doubts],
    verdict: isOver && all.length > 0 ? ("incomparable" as const) : null,
    comparedAt: null,
    reads,
    log,
  };
  return { decided };
}

/**
 * The same with what really followed, next to what teammates did. Pure.
 * @param past the conversation as it went. @param at when it was read, epoch milliseconds. @param isOver whether no more is waited for: until
 * then that nothing was done means nothing.
 */
export function compareNow(
  { start, reads }: Pick<DueShadow, "start" | "reads">,
  past: Past,
  { at, isOver }: { at: number; isOver: boolean },
  { prepared, callee }: DecideOptions,
): Tried {
  const lacks: Lacks = new Map();
  const known = knownSince(reads, lacks, past, start.event, start.startedAt);
  const replayed = replayFrom(prepared, known, start, { horizon: at, callee, logged: true });
  if (lacks.size > 0) return { lacks: [...lacks.values()] };
  const place = placeOf(past, start.event);
  const acts = replayed.acts.map((act) => ({
    node: act.node,
    compared: compareWithTeam(past, place, start.actor, act),
  }));
  const verdict = worstOf(
    acts.flatMap(({ compared }) => (compared.length === 0 ? ["incomparable"] : compared.map((each) => each.verdict))),
  );
  const decided = {
    outcome: outcomeOf(replayed),
    acts,
    doubts: [...replayed.doubts],
    verdict: verdict === "nothing" && !isOver ? null : verdict,
    comparedAt: at,
    reads,
    log: replayed.log,
  };
  return { decided };
}
