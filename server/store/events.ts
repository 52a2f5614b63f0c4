import type { Event, Subject } from "#shared/events/event.ts";
import type { Database } from "./database.ts";

/** An event as it is to be kept. `body` is what came in, word for word. */
export interface Received {
  event: Event;
  known: boolean;
  body: string;
  /** Epoch milliseconds. */
  receivedAt: number;
  /** It was not sent to us: we looked for it. */
  caughtUp?: boolean;
}

/** One kept event, newest first in lists. */
export interface EventRow {
  id: string;
  topic: string;
  known: boolean;
  subjectId: string | null;
  receivedAt: number;
  /** How many runs it started. */
  started: number;
  /** Caused by our own action. */
  echo: boolean;
  /** It was not sent to us: we looked for it. */
  caughtUp: boolean;
  /** Looking at it stopped the server again and again: it is kept, and nothing more. */
  parked: boolean;
}

interface Stored {
  id: string;
  topic: string;
  known: number;
  subject_id: string | null;
  received_at: number;
  started: number;
  echo: number;
  caught_up: number;
  parked: number;
}

/** The events table. Nothing here opens a transaction: callers put several events into one. */
export function eventStore(db: Database) {
  const insert = db.prepare(
    `insert or ignore into events
       (id, app_id, key, topic, subject_kind, subject_id, happened_at, received_at, known, caught_up)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const keepBody = db.prepare<[number | bigint, string]>("insert into event_bodies (event, body) values (?, ?)");
  const newest = db.prepare<[number], Stored>(
    "select id, topic, known, subject_id, received_at, started, echo, caught_up, parked from events order by row desc limit ?",
  );
  const tell = db.prepare("update events set started = ?, echo = ? where app_id = ? and id = ?");
  const park = db.prepare("update events set parked = 1 where app_id = ? and id = ?");
  const since = db.prepare<
    { app: string; kind: string; id: string; topics: string; at: number; after: string },
    { body: string }
  >(
    `select body from events join event_bodies on event_bodies.event = events.row where subject_kind = :kind and subject_id = :id and received_at >= :at and echo = 0 and parked = 0
       and row > coalesce((select row from events where app_id = :app and id = :after), 0) and topic in (select value from json_each(:topics)) order by row`,
  );
  const first = db.prepare<[], { row: number }>("select row from events order by row limit 1");
  const last = db.prepare<[], { row: number }>("select row from events order by row desc limit 1");
  const nextAfter = db.prepare<[number], { row: number; received_at: number }>(
    "select row, received_at from events where row >= ? order by row limit 1",
  );
  const counted = db.prepare<[], { count: number }>("select count(*) as count from events");
  return {
    /** False where the same delivery, or the same happening, is kept already. */
    add({ event, known, body, receivedAt, caughtUp = false }: Received): boolean {
      const { id, appId, key, topic, subject, at } = event;
      const { changes, lastInsertRowid } = insert.run(
        id,
        appId,
        key,
        topic,
        subject?.kind ?? null,
        subject?.id ?? null,
        at,
        receivedAt,
        known ? 1 : 0,
        caughtUp ? 1 : 0,
      );
      if (changes > 0) keepBody.run(lastInsertRowid, body);
      return changes > 0;
    },
    /** What came of an event: how many runs it started, or that our own action caused it. */
    tell: ({ appId, id }: Received["event"], came: { started: number; echo: boolean }): void =>
      void tell.run(came.started, came.echo ? 1 : 0, appId, id),
    /** It was kept without being looked at. */
    park: ({ appId, id }: Received["event"]): void => void park.run(appId, id),
    newest: (limit: number): EventRow[] =>
      newest.all(limit).map(({ id, topic, known, subject_id, received_at, started, echo, caught_up, parked }) => ({
        id,
        topic,
        known: known === 1,
        subjectId: subject_id,
        receivedAt: received_at,
        started,
        echo: echo === 1,
        caughtUp: caught_up === 1,
        parked: parked === 1,
      })),
    /** Bodies of what came about one thing from an instant on, and later than an event, our own actions left out, oldest first. */
    since: (after: Event, { kind, id }: Subject, topics: readonly string[], at: number): string[] =>
      since
        .all({ app: after.appId, kind, id, topics: JSON.stringify(topics), at, after: after.id })
        .map(({ body }) => body),
    /**
     * How many came from an instant on. Rows stand in the order in which events came and only old ones are removed, so the first of
     * them is found by halving, and the rest need not be counted.
     */
    receivedSince(at: number): number {
      const oldest = first.get()?.row ?? 1;
      const newest = last.get()?.row ?? 0;
      let [low, high] = [oldest, newest + 1];
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        const found = nextAfter.get(middle);
        if (found && found.received_at < at) low = found.row + 1;
        else high = middle;
      }
      return newest + 1 - low;
    },
    count: (): number => counted.get()?.count ?? 0,
  };
}

export type EventStore = ReturnType<typeof eventStore>;
