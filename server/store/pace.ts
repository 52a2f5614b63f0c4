import type { Database } from "./database.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Of these the window is made; a few more are kept. */
const windowMinutes = 10;
const usualDays = 7;
const windowsADay = 1440 / windowMinutes;
/** Under this the runs of a workflow in all cells are counted. */
const everywhere = "";

/** How fast workflows are started, in constant time: a row for each minute of the last ten, never the runs themselves. */
export function paceStore(db: Database) {
  const forget = db.prepare("delete from run_pace where minute < ?");
  const add = db.prepare(
    `insert into run_pace (workflow, cell, minute, runs) values (?, ?, ?, 1)
     on conflict (workflow, cell, minute) do update set runs = runs + 1`,
  );
  const sum = db.prepare<[string, string, number], { runs: number }>(
    "select sum(runs) as runs from run_pace where workflow = ? and cell = ? and minute > ?",
  );
  const days = db.prepare<[string, number], { runs: number | null; first: number | null }>(
    "select sum(runs) as runs, min(day) as first from run_days where workflow = ? and day > ?",
  );
  const accepted = db.prepare<[string], { accepted: number | null }>(
    "select pace_accepted as accepted from workflows where id = ?",
  );
  return {
    /**
     * One more start; gives how many there were within ten minutes with it, everywhere and in its cell (null for none). `at` is
     * epoch milliseconds.
     */
    count(workflow: string, cell: string | null, at: number): { all: number; here: number } {
      const minute = Math.floor(at / minuteMs);
      const counted = (where: string): number => {
        add.run(workflow, where, minute);
        return sum.get(workflow, where, minute - windowMinutes)?.runs ?? 1;
      };
      forget.run(minute - windowMinutes);
      return { all: counted(everywhere), here: cell === null ? 1 : counted(cell) };
    },
    /** How many there are within ten minutes on the average of the last seven days, or of those since it first ran. */
    usual(workflow: string, at: number): number {
      const today = Math.floor(at / dayMs);
      const { runs, first } = days.get(workflow, today - usualDays) ?? { runs: null, first: null };
      return (runs ?? 0) / ((today - (first ?? today) + 1) * windowsADay);
    },
    /** How many somebody has put up with by turning it on again. */
    accepted: (workflow: string): number => accepted.get(workflow)?.accepted ?? 0,
  };
}
