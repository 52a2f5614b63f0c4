import { z } from "zod";
import { Event } from "#shared/events/event.ts";
import { Effect, Outcome } from "#shared/nodes/effect.ts";
import type { RunStart } from "#shared/engine/advance.ts";
import type { LogEntry } from "#shared/engine/step.ts";
import type { Database } from "./database.ts";

const Start = z.object({ event: Event, trigger: z.string(), actor: z.string(), startedAt: z.number() });

export type RunStatus = "going" | "done" | "failed" | "stopped";

export interface RunRow {
  id: string;
  cell: string;
  version: string;
  start: RunStart;
  status: RunStatus;
}

/** A log line with what only the driver needs: whether it may have been sent, and how often it was tried. */
export interface JournalEntry extends LogEntry {
  sent: boolean;
  attempts: number;
}

interface StoredRun {
  id: string;
  cell: string;
  version: string;
  start: string;
  status: RunStatus;
}

interface StoredEntry {
  seq: number;
  node: string;
  effect: string;
  intended_at: number;
  sent: number;
  attempts: number;
  outcome: string | null;
}

const runOf = ({ id, cell, version, start, status }: StoredRun): RunRow => ({
  id,
  cell,
  version,
  status,
  start: Start.parse(JSON.parse(start)),
});

/** Runs and their journal. Each call is one statement: on disk when it returns, unless a transaction is open around it. */
export function runStore(db: Database) {
  const insert = db.prepare(
    `insert or ignore into runs (id, cell, version, start, status, due_at)
     values (:id, :cell, :version, :start, 'going', :dueAt)`,
  );
  const byId = db.prepare<[string], StoredRun>("select id, cell, version, start, status from runs where id = ?");
  // Whoever tries again holds up the later runs of its cell; whoever sleeps in a delay does not.
  const dueCells = db.prepare<{ now: number; most: number }, { cell: string }>(
    `select cell from runs as run
     where status = 'going' and due_at <= :now and not exists (
       select 1 from runs as older
       where older.cell = run.cell and older.status = 'going' and older.asleep = 0
         and older.row < run.row and older.due_at > :now)
     group by cell order by min(row) limit :most`,
  );
  const nextOf = db.prepare<{ cell: string; now: number }, StoredRun & { due_at: number }>(
    `select id, cell, version, start, status, due_at from runs
     where status = 'going' and cell = :cell and (asleep = 0 or due_at <= :now) order by row limit 1`,
  );
  const nextDue = db.prepare<[number], { due_at: number }>(
    "select due_at from runs where status = 'going' and due_at > ? order by due_at limit 1",
  );
  const entries = db.prepare<[string], StoredEntry>(
    "select seq, node, effect, intended_at, sent, attempts, outcome from run_log where run = ? order by seq",
  );
  const intend = db.prepare(
    `insert into run_log (run, seq, node, effect, intended_at, sent) values (:run, :seq, :node, :effect, :at, :sent)`,
  );
  const resend = db.prepare("update run_log set sent = 1, attempts = attempts + 1 where run = ? and seq = ?");
  const unsent = db.prepare("update run_log set sent = 0 where run = ? and seq = ?");
  const settle = db.prepare("update run_log set outcome = ?, sent = 0 where run = ? and seq = ?");
  const later = db.prepare("update runs set due_at = ?, asleep = ? where id = ?");
  const end = db.prepare("update runs set status = ?, ended_at = ? where id = ? and status = 'going'");
  return {
    /** Does nothing for a run that exists. */
    add: (run: Omit<RunRow, "status">): void => {
      const { id, cell, version, start } = run;
      insert.run({ id, cell, version, start: JSON.stringify(start), dueAt: start.startedAt });
    },
    get: (id: string): RunRow | null => {
      const row = byId.get(id);
      return row ? runOf(row) : null;
    },
    /** Cells in which a run may go on now, those with the oldest run first. */
    dueCells: (now: number, most: number): string[] => dueCells.all({ now, most }).map(({ cell }) => cell),
    /** The run of a cell whose turn it is; null where none may go on now. */
    nextOf: (cell: string, now: number): RunRow | null => {
      const row = nextOf.get({ cell, now });
      return row && row.due_at <= now ? runOf(row) : null;
    },
    /** When, after `now`, the next run may go on; null where none does. */
    nextDueAt: (now: number): number | null => nextDue.get(now)?.due_at ?? null,
    journal: (run: string): JournalEntry[] =>
      entries.all(run).map(({ seq, node, effect, intended_at, sent, attempts, outcome }) => ({
        seq,
        node,
        effect: Effect.parse(JSON.parse(effect)),
        intendedAt: intended_at,
        sent: sent === 1,
        attempts,
        outcome: outcome === null ? null : Outcome.parse(JSON.parse(outcome)),
      })),
    /** Before an effect: what is about to be done, and that it may reach the service from now on. */
    intend: (run: string, seq: number, node: string, effect: Effect, at: number): void =>
      void intend.run({ run, seq, node, effect: JSON.stringify(effect), at, sent: effect.type === "delay" ? 0 : 1 }),
    /** Before the same effect is sent again. */
    resend: (run: string, seq: number): void => void resend.run(run, seq),
    /** The service surely did nothing; the run goes on with the same effect at `dueAt`. */
    postpone: db.transaction((run: string, seq: number, dueAt: number, reached: boolean): void => {
      if (!reached) unsent.run(run, seq);
      later.run(dueAt, 0, run);
    }),
    settle: (run: string, seq: number, outcome: Outcome): void => void settle.run(JSON.stringify(outcome), run, seq),
    /** In a delay: until then the rest of its cell goes on without it. */
    sleep: (run: string, dueAt: number): void => void later.run(dueAt, 1, run),
    end: (run: string, status: Exclude<RunStatus, "going">, at: number): void => void end.run(status, at, run),
  };
}

export type RunStore = ReturnType<typeof runStore>;
