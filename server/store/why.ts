import type { Database } from "./database.ts";

/** An event whose body is kept. Instants are epoch milliseconds. */
export interface KeptEvent {
  body: string;
  receivedAt: number;
  echo: boolean;
  parked: boolean;
  caughtUp: boolean;
}

interface Stored {
  body: string;
  received_at: number;
  echo: number;
  parked: number;
  caught_up: number;
}

/** What a conversation is looked at for: why did a workflow not run? */
export function whyStore(db: Database) {
  const events = db.prepare<[string, string, number], Stored>(
    `select body, received_at, echo, parked, caught_up from events join event_bodies on event_bodies.event = events.row
     where subject_kind = 'conversation' and subject_id = ? and app_id = ? order by row desc limit ?`,
  );
  const removed = db.prepare<[string, string], { topic: string }>(
    `select distinct topic from events left join event_bodies on event_bodies.event = events.row
     where subject_kind = 'conversation' and subject_id = ? and app_id = ? and body is null`,
  );
  const onSince = db.prepare<[string], { on_since: number | null }>("select on_since from workflows where id = ?");
  return {
    /** What came about a conversation of a workspace, the newest so many, oldest first. */
    events: (appId: string, conversation: string, limit: number): KeptEvent[] =>
      events
        .all(conversation, appId, limit)
        .reverse()
        .map(({ body, received_at, echo, parked, caught_up }) => ({
          body,
          receivedAt: received_at,
          echo: echo === 1,
          parked: parked === 1,
          caughtUp: caught_up === 1,
        })),
    /** Topics of what came about it, of which the details were removed since. */
    removed: (appId: string, conversation: string): ReadonlySet<string> =>
      new Set(removed.all(conversation, appId).map(({ topic }) => topic)),
    /** When a workflow was last turned on; null where it never was. */
    onSince: (workflow: string): number | null => onSince.get(workflow)?.on_since ?? null,
  };
}

export type WhyStore = ReturnType<typeof whyStore>;
