import type { Database } from "./database.ts";

/** A look for missed events. Instants are epoch milliseconds. */
export interface CatchUp {
  /** From when on it looked. */
  since: number;
  /** Null where it goes on or was broken off. */
  endedAt: number | null;
  /** How many events were found that had not come. */
  found: number;
}

interface Stored {
  since: number;
  ended_at: number | null;
  found: number;
}

export function catchUpStore(db: Database) {
  const get = db.prepare<[string], Stored>("select since, ended_at, found from catch_ups where app_id = ?");
  const begin = db.prepare("insert or replace into catch_ups (app_id, since) values (?, ?)");
  const end = db.prepare("update catch_ups set ended_at = ?, found = ? where app_id = ?");
  const newest = db.prepare<[string], { received_at: number }>(
    "select received_at from events where app_id = ? and caught_up = 0 order by row desc limit 1",
  );
  const oldest = db.prepare<[string], { received_at: number }>(
    "select received_at from events where app_id = ? and caught_up = 0 order by row limit 1",
  );
  const onSince = db.prepare<[string], { on_since: number | null }>("select on_since from workflows where id = ?");
  const heard = db.prepare<{ kind: string; id: string; topic: string; from: number; to: number }, { row: number }>(
    `select row from events where subject_kind = :kind and subject_id = :id and topic = :topic
       and happened_at between :from and :to limit 1`,
  );
  return {
    last(appId: string): CatchUp | null {
      const row = get.get(appId);
      return row ? { since: row.since, endedAt: row.ended_at, found: row.found } : null;
    },
    begin: (appId: string, since: number): void => void begin.run(appId, since),
    end: (appId: string, at: number, found: number): void => void end.run(at, found, appId),
    /** When the last event came by itself; null where none ever did. */
    lastHeard: (appId: string): number | null => newest.get(appId)?.received_at ?? null,
    /** When the first one that is kept came. */
    firstHeard: (appId: string): number | null => oldest.get(appId)?.received_at ?? null,
    /** Whether a workflow was on when something happened. */
    wasOn: (workflow: string, at: number): boolean =>
      // Intercom tells instants in whole seconds.
      Math.floor((onSince.get(workflow)?.on_since ?? Infinity) / 1000) * 1000 <= at,
    /** Whether something of the kind was heard of a thing about then. */
    hasHeard: (kind: string, id: string, topic: string, at: number, withinMs: number): boolean =>
      heard.get({ kind, id, topic, from: at - withinMs, to: at + withinMs }) !== undefined,
  };
}

export type CatchUpStore = ReturnType<typeof catchUpStore>;
