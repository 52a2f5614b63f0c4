import { conversationAt } from "#shared/archive/eventsIn.ts";
import type { Moment, Past } from "#shared/archive/past.ts";

/** What teammates, not bots, decided about a conversation after a moment. Instants are epoch milliseconds. */
export interface Decided {
  /** The first time they gave it to a team, or took it from one: null. */
  team: { id: string | null; at: number } | null;
  teammate: { id: string | null; at: number } | null;
  /** Each tag they put on. */
  tags: readonly { id: string; name: string; at: number }[];
  /** The first time they closed it. */
  closedAt: number | null;
  /** The first time they wrote to the customer. */
  wroteAt: number | null;
  /** The first time the customer wrote. */
  customerWroteAt: number | null;
}

export const speaks = ({ words, inside }: Moment): boolean => words !== undefined && !inside;

/** @param place the moment whose event started the run; @param at when it would have acted. */
export function decidedAfter(past: Past, place: number, at: number): Decided {
  let team: Decided["team"] = null;
  let teammate: Decided["teammate"] = null;
  let closedAt: number | null = null;
  let wroteAt: number | null = null;
  let customerWroteAt: number | null = null;
  const tags: { id: string; name: string; at: number }[] = [];
  for (let index = place + 1; index < past.moments.length; index += 1) {
    const moment = past.moments[index];
    if (!moment || moment.at < at) continue;
    if (moment.by?.kind === "customer" && speaks(moment)) customerWroteAt ??= moment.at;
    if (moment.by?.kind !== "teammate") continue;
    const { change } = moment;
    if (speaks(moment)) wroteAt ??= moment.at;
    if (change?.teamId !== undefined) team ??= { id: change.teamId, at: moment.at };
    if (change?.teammateId !== undefined) teammate ??= { id: change.teammateId, at: moment.at };
    if (change?.state === "closed") closedAt ??= moment.at;
    const tag = moment.topic === "conversation_part.tag.created" ? moment.happening?.tag : undefined;
    if (tag) tags.push({ ...tag, at: moment.at });
  }
  return { team, teammate, tags, closedAt, wroteAt, customerWroteAt };
}

/** What of a conversation has a history: where it ended in another way than its moments tell, nobody knows who did that, and when. */
export function hasHistory(past: Past, what: "teamId" | "teammateId" | "state"): boolean {
  return conversationAt(past, Infinity)[what] === past.last[what];
}
