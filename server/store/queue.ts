import type { Database } from "./database.ts";

/** What waits its turn, without looking at every run. */
export function queueStore(db: Database) {
  const due = db.prepare<[number], { count: number }>("select count(*) as count from run_cells where due_at <= ?");
  const oldest = db.prepare<[number], { cell: string; due_at: number }>(
    "select cell, due_at from run_cells where due_at <= ? order by due_at, first",
  );
  const going = db.prepare<[], { asleep: number; count: number }>(
    "select asleep, count(*) as count from runs where status = 'going' group by asleep",
  );
  return {
    /** In how many cells a run may go on, and since when the one that has waited longest; `underWay` cells have their turn already. */
    due(now: number, underWay: ReadonlySet<string>): { count: number; since: number | null } {
      let taken = 0;
      for (const { cell, due_at } of oldest.iterate(now)) {
        if (!underWay.has(cell))
          return { count: Math.max(1, (due.get(now)?.count ?? 0) - underWay.size), since: due_at };
        taken += 1;
        if (taken === underWay.size + 1) break;
      }
      return { count: 0, since: null };
    },
    /** How many runs go on, and how many sleep in a delay or a wait. */
    going(): { running: number; waiting: number } {
      const counts = new Map(going.all().map(({ asleep, count }) => [asleep, count]));
      return { running: counts.get(0) ?? 0, waiting: counts.get(1) ?? 0 };
    },
  };
}

export type QueueStore = ReturnType<typeof queueStore>;
