import type { Event } from "#shared/events/event.ts";
import { readNotification } from "#shared/events/readNotification.ts";
import type { EventStore } from "../store/events.ts";

/** What came about an event's own subject after it, read from what is kept. */
export const heardSince =
  (events: EventStore) =>
  (event: Event, topics: readonly string[], since: number): Event[] =>
    (event.subject ? events.since(event, event.subject, topics, since) : []).flatMap((body) => {
      const notification = readNotification(JSON.parse(body));
      return notification.outcome === "read" ? [notification.event] : [];
    });
