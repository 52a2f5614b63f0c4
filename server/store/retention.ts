import type { Database } from "./database.ts";

/** What is removed, oldest first: what is older than these instants, epoch milliseconds. */
export interface Limits {
  bodiesBefore: number;
  rowsBefore: number;
  /** Noted on each run whose details go. */
  bodyDays: number;
}

/** How far a sweep has come in one table; null where it has seen all that is old enough. */
export type Place = number | null;

interface Old {
  row: number;
  /** When it began or came. */
  at: number;
}

interface OldRun extends Old {
  id: string;
  ended_at: number | null;
}

interface Sweep {
  /** Looks at no more than `most` rows after a place and removes of them what is old enough and has ended. */
  step(after: number, most: number, limits: Limits): Place;
}

/**
 * Removes what is old, a few rows at a time. A sweep walks a table in its own order, which is that of time, and stops at the
 * first row that is too young: it needs no index of its own, and runs that wait for months cost it a glance each.
 */
export function retentionStore(db: Database) {
  const oldRuns = db.prepare<[number, number], OldRun>(
    "select row, id, ended_at, started_at as at from runs where row > ? order by row limit ?",
  );
  const oldBodies = db.prepare<[number, number], OldRun>(
    `select run as row, id, ended_at, started_at as at from run_starts cross join runs on runs.row = run_starts.run
     where run > ? order by run limit ?`,
  );
  const removeStart = db.prepare("delete from run_starts where run = ?");
  const removeLog = db.prepare("delete from run_log where run = ?");
  const removeClaims = db.prepare("delete from run_claims where run = ?");
  const removeTurn = db.prepare("delete from turn_waits where run = ?");
  const noteTrimmed = db.prepare("update runs set trimmed_after = ? where row = ?");
  const removeRun = db.prepare("delete from runs where row = ?");
  const removeDays = db.prepare("delete from run_days where day < ?");
  const oldEventBodies = db.prepare<[number, number], Old>(
    `select event as row, received_at as at from event_bodies cross join events on events.row = event_bodies.event
     where event > ? order by event limit ?`,
  );
  const oldEvents = db.prepare<[number, number], Old>(
    "select row, received_at as at from events where row > ? order by row limit ?",
  );
  const removeEventBody = db.prepare("delete from event_bodies where event = ?");
  const removeEvent = db.prepare("delete from events where row = ?");
  // What a decision in Shadow was made from, and that there was one; those that something is still to be done about are passed over.
  const oldTraces = db.prepare<[number, number], OldRun>(
    `select row, id, case when due_at is null then at end as ended_at, at from shadow_traces
     cross join shadow_decisions on row = decision where decision > ? order by decision limit ?`,
  );
  const oldDecisions = db.prepare<[number, number], OldRun>(
    `select row, id, case when due_at is null then at end as ended_at, at from shadow_decisions
     where row > ? order by row limit ?`,
  );
  const removeTrace = db.prepare("delete from shadow_traces where decision = ?");
  const removeDecision = db.prepare("delete from shadow_decisions where row = ?");
  const freePages = db.prepare<[], { freelist_count: number }>("pragma freelist_count");

  /** Runs that go on or wait are passed over, however old. */
  const hasEnded = (endedAt: number | null, before: number): boolean => endedAt !== null && endedAt < before;
  /** The rows up to the first that is too young: a condition in the query would look through all that follow. */
  const until = <R extends Old>(rows: readonly R[], before: number): readonly R[] => {
    const young = rows.findIndex(({ at }) => at >= before);
    return young < 0 ? rows : rows.slice(0, young);
  };
  const placeAfter = (rows: readonly Old[], most: number): Place =>
    rows.length < most ? null : (rows.at(-1)?.row ?? null);

  const sweeps: Record<"runBodies" | "runs" | "eventBodies" | "events" | "shadowBodies" | "shadows", Sweep> = {
    runBodies: {
      step(after, most, { bodiesBefore, bodyDays }) {
        const rows = until(oldBodies.all(after, most), bodiesBefore);
        for (const { row, id, ended_at } of rows)
          if (hasEnded(ended_at, bodiesBefore)) {
            removeStart.run(row);
            removeLog.run(id);
            removeClaims.run(id);
            noteTrimmed.run(bodyDays, row);
          }
        return placeAfter(rows, most);
      },
    },
    runs: {
      step(after, most, { rowsBefore }) {
        const rows = until(oldRuns.all(after, most), rowsBefore);
        for (const { row, id, ended_at } of rows)
          if (hasEnded(ended_at, rowsBefore)) {
            removeStart.run(row);
            removeLog.run(id);
            removeClaims.run(id);
            removeTurn.run(id);
            removeRun.run(row);
          }
        if (rows.length < most) removeDays.run(Math.floor(rowsBefore / 86_400_000));
        return placeAfter(rows, most);
      },
    },
    eventBodies: {
      step(after, most, { bodiesBefore }) {
        const rows = until(oldEventBodies.all(after, most), bodiesBefore);
        for (const { row } of rows) removeEventBody.run(row);
        return placeAfter(rows, most);
      },
    },
    events: {
      step(after, most, { rowsBefore }) {
        const rows = until(oldEvents.all(after, most), rowsBefore);
        for (const { row } of rows) {
          removeEventBody.run(row);
          removeEvent.run(row);
        }
        return placeAfter(rows, most);
      },
    },
    shadowBodies: {
      step(after, most, { bodiesBefore }) {
        const rows = until(oldTraces.all(after, most), bodiesBefore);
        for (const { row, ended_at } of rows) if (hasEnded(ended_at, bodiesBefore)) removeTrace.run(row);
        return placeAfter(rows, most);
      },
    },
    shadows: {
      step(after, most, { rowsBefore }) {
        const rows = until(oldDecisions.all(after, most), rowsBefore);
        for (const { row, ended_at } of rows)
          if (hasEnded(ended_at, rowsBefore)) {
            removeTrace.run(row);
            removeDecision.run(row);
          }
        return placeAfter(rows, most);
      },
    },
  };
  return {
    sweeps: Object.keys(sweeps) as (keyof typeof sweeps)[],
    /** One commit. */
    step: db.transaction((sweep: keyof typeof sweeps, after: number, most: number, limits: Limits): Place =>
      sweeps[sweep].step(after, most, limits),
    ),
    /** Gives pages that nothing stands on any more back to the disk; how many are left. */
    giveBack(most: number): number {
      db.pragma(`incremental_vacuum(${most})`);
      return freePages.get()?.freelist_count ?? 0;
    },
  };
}

export type RetentionStore = ReturnType<typeof retentionStore>;
