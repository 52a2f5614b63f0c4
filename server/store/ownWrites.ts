import { z } from "zod";
import type { Event } from "#shared/events/event.ts";
import { comesFrom, type OwnWrite } from "#shared/events/ownWrite.ts";
import type { Database } from "./database.ts";

/** How long after a write of ours an event is taken for its echo. Webhooks come within seconds, a second try after a minute. */
const echoMs = 10_000;
const keptMs = 60_000;

/** Writes of ours whose events will not say that it was us. */
export function ownWriteStore(db: Database) {
  const add = db.prepare("insert into own_writes (app_id, kind, id, topics, at) values (?, ?, ?, ?, ?)");
  const forget = db.prepare("delete from own_writes where at < ?");
  const recent = db.prepare<[string, string, string, number], { topics: string }>(
    "select topics from own_writes where app_id = ? and kind = ? and id = ? and at >= ?",
  );
  return {
    /** Before it is sent. `at` is epoch milliseconds. */
    note: db.transaction((appId: string, { kind, id, topics }: OwnWrite, at: number): void => {
      forget.run(at - keptMs);
      add.run(appId, kind, id, JSON.stringify(topics), at);
    }),
    /** Whether an event that does not say who caused it follows such a write. */
    caused(event: Event, receivedAt: number): boolean {
      const { subject, appId } = event;
      if (!subject) return false;
      return recent
        .all(appId, subject.kind, subject.id, receivedAt - echoMs)
        .some(({ topics }) => comesFrom({ ...subject, topics: z.array(z.string()).parse(JSON.parse(topics)) }, event));
    },
  };
}

export type OwnWriteStore = ReturnType<typeof ownWriteStore>;
