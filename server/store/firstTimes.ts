import type { Once } from "#shared/workflow/once.ts";
import type { Database } from "./database.ts";

/** For whom workflows have been started that start only the first time. */
export function firstTimeStore(db: Database) {
  const note = db.prepare("insert or ignore into first_times (workflow, kind, id) values (?, ?, ?)");
  return {
    /** Whether this is the first time; from now on it is not. Call it in the transaction that starts the run. */
    take: (workflow: string, kind: Once, id: string): boolean => note.run(workflow, kind, id).changes > 0,
  };
}
