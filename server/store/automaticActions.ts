import type { Database } from "./database.ts";

const windowMs = 600_000;

/** Automatic actions of the last ten minutes, by cell and by what set them off. */
export function automaticActionStore(db: Database) {
  const add = db.prepare("insert into automatic_actions (cell, at, cause) values (?, ?, ?)");
  const forget = db.prepare("delete from automatic_actions where at <= ?");
  const others = db.prepare<[string, number, string], { count: number }>(
    "select count(*) as count from automatic_actions where cell = ? and at > ? and cause <> ?",
  );
  return {
    /** In the transaction that keeps the intent of the action. `at` is epoch milliseconds. */
    note(cell: string, cause: string, at: number): void {
      forget.run(at - windowMs);
      add.run(cell, at, cause);
    },
    /** How many of the last ten minutes something else set off. */
    byOthers: (cell: string, cause: string, at: number): number => others.get(cell, at - windowMs, cause)?.count ?? 0,
  };
}
