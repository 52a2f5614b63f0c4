import { conversationAt, eventsIn } from "#shared/archive/eventsIn.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Event } from "#shared/events/event.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { ReadEffect } from "#shared/nodes/effect.ts";
import type { Known } from "../backtest/known.ts";
import type { Reads } from "../store/shadows.ts";

/** Under what an answer is kept among `Reads`. */
export const readKey = ({ scope, by, id }: ReadEffect): string => `${scope} ${by} ${id}`;

/** What was asked for and has not been read, by its key. */
export type Lacks = Map<string, ReadEffect>;

/** What was read; what was not is noted as lacking. */
function readFrom(reads: Reads, effect: ReadEffect, lacks: Lacks): Json | undefined {
  const key = readKey(effect);
  if (reads[key] === undefined) lacks.set(key, effect);
  return reads[key];
}

/** What is known while an event is decided: what was read for it. What follows is not known yet. */
export const knownNow = (reads: Reads, lacks: Lacks): Known => ({
  read: (effect) => readFrom(reads, effect, lacks),
  events: () => [],
});

/**
 * What is known once more has happened: up to the decision what was read for it then, and after it how the conversation went. Of
 * everything else what was read then still counts.
 * @param decidedAt epoch milliseconds.
 */
export function knownSince(reads: Reads, lacks: Lacks, past: Past, event: Event, decidedAt: number): Known {
  const place = placeOf(past, event);
  return {
    read(effect, at): Json | undefined {
      if (effect.scope === "conversation" && at > decidedAt) return conversationAt(past, at) as Json;
      return readFrom(reads, effect, lacks);
    },
    *events(topics) {
      for (const { event: next } of eventsIn(past, topics, place)) yield next;
    },
  };
}

/** Which of a conversation's moments a live event was: the one with its part, else the last that is no later. */
export function placeOf({ moments }: Past, { part, at }: Event): number {
  const own = part ? moments.findIndex((moment) => moment.part?.id === part.id) : -1;
  return own >= 0 ? own : moments.findLastIndex((moment) => moment.at <= at);
}
