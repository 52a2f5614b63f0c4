import type { Text } from "#shared/language/text.ts";
import type { Database } from "./database.ts";
import type { RunStore } from "./runs.ts";

/** Runs of one workflow that were just stopped. */
export interface StoppedRuns {
  workflow: string;
  runs: string[];
}

/** Stops all runs of a workflow that are under way, in small transactions; that it is to be done is kept in the first. */
export function stopRunsStore(db: Database, runs: RunStore) {
  const mark = db.prepare("update workflows set stop_up_to = (select max(row) from runs) where id = ?");
  const unmark = db.prepare("update workflows set stop_up_to = null where id = ?");
  const marked = db.prepare<[], { id: string; upTo: number }>(
    "select id, stop_up_to as upTo from workflows where stop_up_to is not null limit 1",
  );
  const some = db
    .prepare<{ workflow: string; upTo: number; most: number }, string>(
      // Else those that ended long ago would be looked through.
      `select id from runs indexed by runs_of_workflow_by_status
       where workflow = :workflow and status = 'going' and row <= :upTo limit :most`,
    )
    .pluck();
  const count = db
    .prepare<[string], number>("select count(*) from runs where workflow = ? and status = 'going'")
    .pluck();
  return {
    /** Under way or waiting. */
    count: (workflow: string): number => count.get(workflow) ?? 0,
    /** Those that are there now, not those that are started later. */
    begin: (workflow: string): void => void mark.run(workflow),
    /** Stops at most so many; null where nothing is left to stop. */
    step: db.transaction((most: number, at: number, why: Text): StoppedRuns | null => {
      const next = marked.get();
      if (!next) return null;
      const found = some.all({ workflow: next.id, upTo: next.upTo, most });
      for (const run of found) runs.end(run, "stopped", at, why);
      if (found.length < most) unmark.run(next.id);
      return { workflow: next.id, runs: found };
    }),
  };
}

export type StopRunsStore = ReturnType<typeof stopRunsStore>;
