import type { Database } from "./database.ts";

/** A time of a schedule that has come. Instants are epoch milliseconds. */
export interface DueTime {
  version: string;
  workflow: string;
  node: string;
  dueAt: number;
}

/** Where schedules stand. */
export function scheduleStore(db: Database) {
  const lookedAt = db.prepare<[string, string], { looked_at: number }>(
    "select looked_at from schedules where workflow = ? and node = ?",
  );
  const look = db.prepare("insert or replace into schedules (workflow, node, looked_at) values (?, ?, ?)");
  const forget = db.prepare("delete from schedules where workflow = ? and node = ?");
  const all = db.prepare<[], { workflow: string; node: string }>("select workflow, node from schedules");
  const supersede = db.prepare("delete from due_times where version = ? and node = ?");
  const add = db.prepare("insert or ignore into due_times (version, workflow, node, due_at) values (?, ?, ?, ?)");
  const due = db.prepare<[], { version: string; workflow: string; node: string; due_at: number }>(
    "select version, workflow, node, due_at from due_times order by due_at",
  );
  const done = db.prepare("delete from due_times where version = ? and node = ? and due_at = ?");
  return {
    /** Up to when it has been looked at; null for one that is new. */
    lookedAt: (workflow: string, node: string): number | null => lookedAt.get(workflow, node)?.looked_at ?? null,
    lookedUntil: (workflow: string, node: string, at: number): void => void look.run(workflow, node, at),
    /** A time has come: from now on it stays to be done, whatever happens, until the next one of the same schedule takes its place. */
    comes: db.transaction(({ version, workflow, node, dueAt }: DueTime, now: number): void => {
      supersede.run(version, node);
      add.run(version, workflow, node, dueAt);
      look.run(workflow, node, now);
    }),
    /** A schedule that is off or gone starts anew when it comes back. */
    forgetOthers: db.transaction((kept: ReadonlySet<string>): void => {
      for (const { workflow, node } of all.all()) if (!kept.has(`${workflow} ${node}`)) forget.run(workflow, node);
    }),
    due: (): DueTime[] => due.all().map(({ due_at, ...row }) => ({ ...row, dueAt: due_at })),
    done: ({ version, node, dueAt }: DueTime): void => void done.run(version, node, dueAt),
  };
}

export type ScheduleStore = ReturnType<typeof scheduleStore>;
