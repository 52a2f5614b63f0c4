import type { Event } from "#shared/events/event.ts";
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
    "select id, topic, known, subject_id, received_at, started, echo, caught_up from events order by row desc limit ?",
  );
  const tell = db.prepare("update events set started = ?, echo = ? where app_id = ? and id = ?");
  const since = db.prepare<{ kind: string; id: string; topics: string; at: number }, { body: string }>(
    `select body from events join event_bodies on event_bodies.event = events.row where subject_kind = :kind and subject_id = :id and received_at >= :at and echo = 0
       and topic in (select value from json_each(:topics)) order by row`,
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
    newest: (limit: number): EventRow[] =>
      newest.all(limit).map(({ id, topic, known, subject_id, received_at, started, echo, caught_up }) => ({
        id,
        topic,
        known: known === 1,
        subjectId: subject_id,
        receivedAt: received_at,
        started,
        echo: echo === 1,
        caughtUp: caught_up === 1,
      })),
    /** Bodies of what came about one thing from an instant on, our own actions left out, oldest first. */
    since: (kind: string, id: string, topics: readonly string[], at: number): string[] =>
      since.all({ kind, id, topics: JSON.stringify(topics), at }).map(({ body }) => body),
    count: (): number => counted.get()?.count ?? 0,
  };
}

export type EventStore = ReturnType<typeof eventStore>;
