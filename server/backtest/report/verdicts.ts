import { type Aspect, choices, type Verdict } from "#shared/api/simulations.ts";
import type { Past } from "#shared/archive/past.ts";
import { type Decided, decidedAfter } from "../decidedAfter.ts";
import type { Act, Changed, Doubt } from "../replay.ts";
import { type Weighed, weigh } from "../weigh.ts";

/** One thing that a step would have done, beside what teammates did about it. */
export interface Compared {
  node: string;
  aspect: Aspect;
  verdict: Verdict;
  /** What the workflow would have chosen. */
  row: string;
  /** What teammates chose. */
  column: string;
  /** How long after the workflow teammates did the same; null where they did not. */
  afterMs: number | null;
}

/** With one of these the run itself may have gone another way. What it did before it waited for something unknown is certain. */
const makesUnsure: readonly Doubt[] = ["todays", "assumed"];
export const isUnsure = (doubts: ReadonlySet<Doubt>): boolean => makesUnsure.some((doubt) => doubts.has(doubt));

const idOf = (id: string | null): string => id ?? choices.none;

interface Aspects extends Pick<Weighed, "did" | "isTold"> {
  aspect: Aspect;
  row: string;
  column: string | null;
}

/** Each in the words of the report: opening and snoozing again are not compared in it. */
function aspectsOf(changed: Changed, past: Past, decided: Decided): Aspects[] {
  return weigh(changed, past, decided).flatMap<Aspects>(({ aspect, wanted, did, isTold }) => {
    if (aspect !== "state") return [{ aspect, row: idOf(wanted), column: did && idOf(did.to), did, isTold }];
    if (wanted !== "closed") return [];
    const column = did && (did.wentOn ? choices.wentOn : choices.closed);
    return [{ aspect: "closed", row: choices.closed, column, did, isTold }];
  });
}

/**
 * What an act would have done, held against what teammates did after it. Told by nothing are acts of a run that may have gone another
 * way, acts after the talk itself was changed, and what has no history.
 */
export function verdictsOf(act: Act, past: Past, place: number, doubts: ReadonlySet<Doubt>): Compared[] {
  if (act.changed === null) return [];
  const unsure = act.altered || isUnsure(doubts);
  return aspectsOf(act.changed, past, decidedAfter(past, place, act.at)).map(({ aspect, row, column, did, isTold }) => {
    const of = { node: act.node, aspect, row };
    if (unsure || !isTold) return { ...of, verdict: "unknown", column: choices.unknown, afterMs: null };
    if (!did || column === null) return { ...of, verdict: "nobody", column: choices.nobody, afterMs: null };
    const verdict = did.same ? "same" : "otherwise";
    return { ...of, verdict, column, afterMs: did.same ? did.moment.at - act.at : null };
  });
}
