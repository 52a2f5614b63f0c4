import { type Aspect, choices, type Verdict } from "#shared/api/simulations.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Act, Doubt } from "../replay.ts";
import { type Decided, decidedAfter, hasHistory } from "./decidedAfter.ts";

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

interface Weighed {
  aspect: Aspect;
  row: string;
  /** Null: nobody did anything about it. */
  chosen: { key: string; at: number; same: boolean } | null;
  /** Whether the past tells who did what about it, and when: where it does not, that nobody did is no finding. */
  isTold: boolean;
}

const idOf = (id: string | null): string => id ?? choices.none;

function weigh({ changed }: Act, past: Past, decided: Decided): Weighed[] {
  const all: Weighed[] = [];
  for (const [aspect, field] of [
    ["team", "teamId"],
    ["teammate", "teammateId"],
  ] as const) {
    const given = changed?.[field];
    if (given === undefined) continue;
    const did = decided[aspect];
    const chosen = did && { key: idOf(did.id), at: did.at, same: did.id === given };
    all.push({ aspect, row: idOf(given), chosen, isTold: chosen !== null || hasHistory(past, field) });
  }
  for (const tag of changed?.tags ?? []) {
    const same = decided.tags.find(({ id }) => id === tag.id);
    const did = same ?? decided.tags[0];
    const chosen = did ? { key: did.id, at: did.at, same: same !== undefined } : null;
    all.push({
      aspect: "tags",
      row: tag.id,
      chosen,
      isTold: same !== undefined || !past.todays.includes("conversation.tags"),
    });
  }
  if (changed?.state === "closed") {
    const { closedAt, customerWroteAt, wroteAt } = decided;
    const stayedClosed = closedAt !== null && (customerWroteAt === null || customerWroteAt >= closedAt);
    // Closing at once where teammates had more to say is not what they did.
    const at = stayedClosed ? closedAt : (wroteAt ?? closedAt);
    const chosen = at === null ? null : { key: stayedClosed ? choices.closed : choices.wentOn, at, same: stayedClosed };
    all.push({ aspect: "closed", row: choices.closed, chosen, isTold: chosen !== null || hasHistory(past, "state") });
  }
  return all;
}

/**
 * What an act would have done, held against what teammates did after it. Told by nothing are acts of a run that may have gone another
 * way, acts after the talk itself was changed, and what has no history.
 */
export function verdictsOf(act: Act, past: Past, place: number, doubts: ReadonlySet<Doubt>): Compared[] {
  if (act.changed === null) return [];
  const unsure = act.altered || isUnsure(doubts);
  return weigh(act, past, decidedAfter(past, place, act.at)).map(({ aspect, row, chosen, isTold }) => {
    const of = { node: act.node, aspect, row };
    if (unsure || !isTold) return { ...of, verdict: "unknown", column: choices.unknown, afterMs: null };
    if (!chosen) return { ...of, verdict: "nobody", column: choices.nobody, afterMs: null };
    const verdict = chosen.same ? "same" : "otherwise";
    return { ...of, verdict, column: chosen.key, afterMs: chosen.same ? chosen.at - act.at : null };
  });
}
