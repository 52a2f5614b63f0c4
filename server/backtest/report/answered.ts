import type { Resolved } from "#shared/api/simulations.ts";
import type { Past } from "#shared/archive/past.ts";
import { decidedAfter, speaks, stayedClosed } from "../decidedAfter.ts";
import type { Act, Doubt } from "../replay.ts";
import { isUnsure } from "./verdicts.ts";

/** What became of the first answer to a customer: so many milliseconds earlier, nobody ever answered in the past, or it cannot be known. */
export type FirstReply = { how: "saved"; ms: number } | { how: "never" } | { how: "unknown" };

/** How much earlier a reply would have been than a teammate's first one; null where it would not have been the first answer. */
export function firstReplyOf(reply: Act, past: Past, place: number, doubts: ReadonlySet<Doubt>): FirstReply | null {
  if (past.base.startedBy === "teammate") return null;
  const hadAnswer = past.moments.some(
    (moment, index) => moment.by?.kind === "teammate" && speaks(moment) && (index <= place || moment.at < reply.at),
  );
  if (hadAnswer) return null;
  if (reply.altered || isUnsure(doubts)) return { how: "unknown" };
  const { wrote } = decidedAfter(past, place, reply.at);
  return wrote === null ? { how: "never" } : { how: "saved", ms: wrote.at - reply.at };
}

/** Whether a reply or a close would have ended the matter. See `Resolved`. */
export function resolvedBy(
  act: Act,
  closes: boolean,
  past: Past,
  place: number,
  doubts: ReadonlySet<Doubt>,
): Resolved | null {
  const decided = decidedAfter(past, place, act.at);
  const teammatesClosed = stayedClosed(decided);
  if (teammatesClosed && !act.altered && !isUnsure(doubts)) return "confirmed";
  return closes || teammatesClosed || decided.customerWroteAt === null ? "assumed" : null;
}
