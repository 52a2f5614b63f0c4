import { conversationAt, eventsIn } from "#shared/archive/eventsIn.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Event } from "#shared/events/event.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { ReadEffect } from "#shared/nodes/effect.ts";

/** What a replayed run is answered from. */
export interface Known {
  /** What something was at an instant (epoch milliseconds); null where there was none, undefined where it is not known. */
  read(effect: ReadEffect, at: number): Json | undefined;
  /** What happened under these topics since the event that the run began with, oldest first. */
  events(topics: ReadonlySet<string>): Iterable<Event>;
}

/** What is known from a past conversation after one of its moments. */
export const knownFrom = (past: Past, place: number): Known => ({
  read({ scope }, at) {
    if (scope === "conversation") return conversationAt(past, at) as Json;
    return scope === "contact" ? (past.contact as Json) : null;
  },
  *events(topics) {
    for (const { event } of eventsIn(past, topics, place)) yield event;
  },
});
