import { conversationAt } from "#shared/archive/eventsIn.ts";
import type { Moment, Past } from "#shared/archive/past.ts";
import type { Conversation } from "#shared/events/facts.ts";

/** A decision, with the moment at which it was taken. */
export interface Decision<T> {
  to: T;
  moment: Moment;
}

/** What teammates, not bots, decided about a conversation after a moment: the first time each. Instants are epoch milliseconds. */
export interface Decided {
  /** They gave it to a team, or took it from one: null. */
  team: Decision<string | null> | null;
  teammate: Decision<string | null> | null;
  /** Each tag they put on. */
  tags: readonly Decision<{ id: string; name: string }>[];
  state: Decision<Conversation["state"]> | null;
  closed: Moment | null;
  /** They wrote to the customer. */
  wrote: Moment | null;
  /** When the customer wrote. */
  customerWroteAt: number | null;
}

export const speaks = ({ words, inside }: Moment): boolean => words !== undefined && !inside;

const byTeammate = ({ by }: Moment): boolean => by?.kind === "teammate";

/**
 * @param place the moment whose event started the run; @param at when it would have acted. @param isTheirs whether a teammate did it by hand,
 * where that is to be told from what workflows did in a teammate's name.
 */
export function decidedAfter(past: Past, place: number, at: number, isTheirs = byTeammate): Decided {
  const decided: Omit<Decided, "tags"> = {
    team: null,
    teammate: null,
    state: null,
    closed: null,
    wrote: null,
    customerWroteAt: null,
  };
  const tags: Decision<{ id: string; name: string }>[] = [];
  for (let index = place + 1; index < past.moments.length; index += 1) {
    const moment = past.moments[index];
    if (!moment || moment.at < at) continue;
    if (moment.by?.kind === "customer" && speaks(moment)) decided.customerWroteAt ??= moment.at;
    if (!isTheirs(moment)) continue;
    const { change } = moment;
    if (speaks(moment)) decided.wrote ??= moment;
    if (change?.teamId !== undefined) decided.team ??= { to: change.teamId, moment };
    if (change?.teammateId !== undefined) decided.teammate ??= { to: change.teammateId, moment };
    if (change?.state !== undefined) decided.state ??= { to: change.state, moment };
    if (change?.state === "closed") decided.closed ??= moment;
    const tag = moment.topic === "conversation_part.tag.created" ? moment.happening?.tag : undefined;
    if (tag) tags.push({ to: tag, moment });
  }
  return { ...decided, tags };
}

/** They closed it before the customer wrote again. */
export const stayedClosed = ({ closed, customerWroteAt }: Decided): boolean =>
  closed !== null && (customerWroteAt === null || customerWroteAt >= closed.at);

/** What of a conversation has a history: where it ended in another way than its moments tell, nobody knows who did that, and when. */
export function hasHistory(past: Past, what: "teamId" | "teammateId" | "state"): boolean {
  return conversationAt(past, Infinity)[what] === past.last[what];
}
