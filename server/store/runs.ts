import { z } from "zod";
import { Event, type Subject } from "#shared/events/event.ts";
import { titleOf } from "#shared/events/titleOf.ts";
import { Text } from "#shared/language/text.ts";
import type { RunStart } from "#shared/engine/runState.ts";
import type { Database } from "./database.ts";
import { journalStore } from "./journal.ts";
import { dueCells } from "./dueCells.ts";

const Start = z.object({
  event: Event,
  trigger: z.string(),
  actor: z.string(),
  startedAt: z.number(),
  depth: z.number().int().optional(),
});

export type RunStatus = "going" | "done" | "failed" | "stopped";

export interface RunRow {
  id: string;
  cell: string;
  /** Which published drawing it runs, and of which workflow. */
  version: string;
  workflow: string;
  start: RunStart;
  status: RunStatus;
  /** Started by a schedule, by hand or because it was missed: runs that an event started go first. */
  bulk: boolean;
}

/** A run as lists show it, without what it started with. Instants are epoch milliseconds. */
export interface ListedRun extends Omit<RunRow, "start" | "bulk"> {
  subject: Subject | null;
  title: string;
  workflowName: string;
  versionNumber: number;
  reason: Text | null;
  startedAt: number;
  endedAt: number | null;
  asleep: boolean;
  /** How many of its effects a person has to decide about. */
  parked: number;
  /** While it sleeps: until when; null where nothing but an event wakes it. */
  wakesAt: number | null;
  /** After how many days its start and log were removed; null while they are kept. */
  trimmedAfterDays: number | null;
}

export interface RunFilter {
  workflow?: string | undefined;
  status?: "running" | "waiting" | "parked" | "done" | "failed" | "stopped" | undefined;
  subject?: string | undefined;
  /** The id of a run: only older ones. */
  before?: string | undefined;
  limit: number;
}

/** Runs of one workflow on one day (UTC). */
export interface DayCount {
  workflow: string;
  day: string;
  runs: number;
  failed: number;
}

interface StoredRun {
  id: string;
  cell: string;
  version: string;
  workflow: string;
  start: string;
  status: RunStatus;
  bulk: number;
}

interface StoredListedRun extends Omit<StoredRun, "start" | "bulk"> {
  subject_kind: Subject["kind"] | null;
  subject_id: string | null;
  title: string;
  trimmed_after: number | null;
  name: string;
  number: number;
  reason: string | null;
  started_at: number;
  ended_at: number | null;
  due_at: number;
  asleep: number;
  parked: number;
}

const runOf = ({ id, cell, version, workflow, start, status, bulk }: StoredRun): RunRow => ({
  id,
  cell,
  version,
  workflow,
  status,
  bulk: bulk === 1,
  start: Start.parse(JSON.parse(start)),
});

const dayMs = 86_400_000;

/** The last instant that a date can tell; whoever sleeps longer is woken by something else. */
const latestInstant = 8_640_000_000_000_000;

const listedOf = (row: StoredListedRun): ListedRun => ({
  id: row.id,
  cell: row.cell,
  version: row.version,
  workflow: row.workflow,
  status: row.status,
  subject: row.subject_kind === null || row.subject_id === null ? null : { kind: row.subject_kind, id: row.subject_id },
  title: row.title,
  workflowName: row.name,
  versionNumber: row.number,
  reason: row.reason === null ? null : Text.parse(JSON.parse(row.reason)),
  startedAt: row.started_at,
  endedAt: row.ended_at,
  asleep: row.status === "going" && row.asleep === 1,
  parked: row.parked,
  wakesAt: row.status === "going" && row.asleep === 1 && row.due_at <= latestInstant ? row.due_at : null,
  trimmedAfterDays: row.trimmed_after,
});

/** A run with what it started with: those that go on have it for as long as they do. */
const runColumns = "runs.id, cell, version, workflow, start, status, bulk";
const runTables = "runs join run_starts on run_starts.run = runs.row";

const listedColumns = `runs.id, cell, version, runs.workflow, subject_kind, subject_id, title, status, reason, started_at, ended_at,
  due_at, asleep, parked, trimmed_after, workflows.name, versions.number
  from runs cross join workflows on workflows.id = runs.workflow cross join versions on versions.id = runs.version`;

/** Each filter a person can set, as a condition of its own; only those that are set become part of the query. */
const conditions: Record<keyof Omit<RunFilter, "limit">, string> = {
  workflow: "runs.workflow = :workflow",
  status: "status = :status",
  subject: "runs.subject_id = :subject",
  before: "runs.row < (select row from runs where id = :before)",
};

/** What a run's status on the screen says besides the one it is stored with. */
const standings: Record<NonNullable<RunFilter["status"]>, readonly string[]> = {
  running: ["asleep = 0", "parked = 0"],
  waiting: ["asleep = 1", "parked = 0"],
  parked: ["parked > 0"],
  done: ["asleep = 0"],
  failed: ["asleep = 0"],
  stopped: ["asleep = 0"],
};

/** Runs and, as `log`, their journal. On disk when a call returns, unless a transaction is open around it. */
export function runStore(db: Database) {
  const insert = db.prepare(
    `insert or ignore into runs
       (id, cell, version, workflow, subject_kind, subject_id, title, started_at, status, due_at, bulk)
     values (:id, :cell, :version, :workflow, :subjectKind, :subjectId, :title, :startedAt, 'going', :startedAt, :bulk)`,
  );
  const keepStart = db.prepare<[number | bigint, string]>("insert into run_starts (run, start) values (?, ?)");
  const byId = db.prepare<[string], StoredRun>(`select ${runColumns} from ${runTables} where runs.id = ?`);
  // Whoever tries again holds up the later runs of its cell; whoever sleeps in a delay does not.
  const nextOf = db.prepare<{ cell: string; now: number }, StoredRun & { due_at: number }>(
    `select ${runColumns}, due_at from ${runTables}
     where status = 'going' and cell = :cell and (asleep = 0 or due_at <= :now) order by row limit 1`,
  );
  // Most cells have one run, and then none: that is told without looking at runs.
  const isDue = db.prepare<{ cell: string; now: number }, unknown>(
    "select 1 from run_cells where cell = :cell and due_at <= :now",
  );
  const nextDue = db.prepare<[number], { due_at: number }>(
    "select due_at from run_cells where due_at > ? order by due_at limit 1",
  );
  const hear = db.prepare("insert or ignore into run_waits (run, seq, cell, topic) values (?, ?, ?, ?)");
  const unhear = db.prepare("delete from run_waits where run = ? and seq = ?");
  const unhearAll = db.prepare("delete from run_waits where run = ?");
  const listeners = db.prepare<[string, string], { run: string; seq: number }>(
    "select run, seq from run_waits where cell = ? and topic = ?",
  );
  const deliver = db.prepare("insert into run_mail (run, seq, event) values (?, ?, ?)");
  const mail = db.prepare<[string, number], { row: number; event: string }>(
    "select row, event from run_mail where run = ? and seq = ? order by row",
  );
  const discard = db.prepare("delete from run_mail where row = ?");
  const discardHeard = db.prepare("delete from run_mail where run = ? and seq = ?");
  const discardAll = db.prepare("delete from run_mail where run = ?");
  const wake = db.prepare("update runs set due_at = min(due_at, ?) where id = ? and status = 'going'");
  // Whoever has mail that it has not looked at does not go to sleep over it.
  const later = db.prepare(
    `update runs set due_at = case when exists (select 1 from run_mail where run = runs.id) then 0 else ? end, asleep = ?
     where id = ?`,
  );
  const end = db.prepare(
    "update runs set status = ?, ended_at = ?, reason = ?, asleep = 0, parked = 0 where id = ? and status = 'going'",
  );
  const countGoing = db.prepare<[], { runs: number }>("select count(*) as runs from runs where status = 'going'");
  const countParked = db.prepare<[], { runs: number }>("select count(*) as runs from runs where parked > 0");
  const countHeldUp = db.prepare<[number], { runs: number }>(
    `select (select count(*) from runs where status = 'going' and asleep = 0) +
       (select count(*) from runs indexed by runs_waking where status = 'going' and asleep = 1 and due_at <= ?) as runs`,
  );
  const status = db.prepare<[string], { status: RunStatus }>("select status from runs where id = ?");
  const listed = db.prepare<[string], StoredListedRun>(`select ${listedColumns} where runs.id = ?`);
  const newer = db.prepare<[string, string], { id: string }>(
    "select id from runs where workflow = ? and row > (select row from runs where id = ?) order by row limit 1",
  );
  const older = db.prepare<[string, string], { id: string }>(
    "select id from runs where workflow = ? and row < (select row from runs where id = ?) order by row desc limit 1",
  );
  const byDay = db.prepare<[number], DayCount>(
    `select workflow, date(day * 86400, 'unixepoch') as day, runs, failed from run_days where run_days.day >= ?`,
  );
  const newest = db.prepare<[], { workflow: string; at: number | null }>(
    `select id as workflow,
       (select started_at from runs where runs.workflow = workflows.id order by row desc limit 1) as at
     from workflows`,
  );
  const log = journalStore(db);
  return {
    /** Does nothing for a run that exists. */
    add: db.transaction((run: Omit<RunRow, "status" | "bulk"> & { bulk?: boolean }): void => {
      const { id, cell, version, workflow, start, bulk } = run;
      const { subject } = start.event;
      const { changes, lastInsertRowid } = insert.run({
        id,
        cell,
        version,
        workflow,
        subjectKind: subject?.kind ?? null,
        subjectId: subject?.id ?? null,
        title: titleOf(start.event),
        startedAt: start.startedAt,
        bulk: bulk === true ? 1 : 0,
      });
      if (changes > 0) keepStart.run(lastInsertRowid, JSON.stringify(start));
    }),
    /** Null also where what it started with has been removed. */
    get: (id: string): RunRow | null => {
      const row = byId.get(id);
      return row ? runOf(row) : null;
    },
    /** Cells in which a run may go on now, shared out fairly. */
    dueCells: dueCells(db),
    /** The run of a cell whose turn it is; null where none may go on now. */
    nextOf: (cell: string, now: number): RunRow | null => {
      if (!isDue.get({ cell, now })) return null;
      const row = nextOf.get({ cell, now });
      return row && row.due_at <= now ? runOf(row) : null;
    },
    /** When, after `now`, the next run may go on; null where none does. */
    nextDueAt: (now: number): number | null => nextDue.get(now)?.due_at ?? null,
    log,
    /** Nothing is to be done before `dueAt`. Asleep, it lets later runs of its cell pass; else it holds them up. */
    rest: (run: string, dueAt: number, asleep: boolean): void => void later.run(dueAt, asleep ? 1 : 0, run),
    /** From now on events of its cell on these topics are delivered to it; `missed` are those that came before it listened. */
    listen({ id, cell }: RunRow, seq: number, topics: readonly string[], missed: readonly Event[]): void {
      for (const topic of topics) hear.run(id, seq, cell, topic);
      for (const event of missed) deliver.run(id, seq, JSON.stringify(event));
    },
    /** It hears no more for the effect `seq`. */
    unlisten(run: string, seq: number): void {
      unhear.run(run, seq);
      // Mail that stays would keep the run's next wait from ever sleeping.
      discardHeard.run(run, seq);
    },
    /** Gives an event to every run that waits to hear it, and wakes them. */
    deliver(cell: string, event: Event, now: number): RunRow[] {
      return listeners.all(cell, event.topic).flatMap(({ run, seq }) => {
        deliver.run(run, seq, JSON.stringify(event));
        wake.run(now, run);
        const row = byId.get(run);
        return row ? [runOf(row)] : [];
      });
    },
    mail: (run: string, seq: number): { row: number; event: Event }[] =>
      mail.all(run, seq).map(({ row, event }) => ({ row, event: Event.parse(JSON.parse(event)) })),
    /** It is due from `at` on, whatever it sleeps for. */
    wake: (run: string, at: number): void => void wake.run(at, run),
    discard: (row: number): void => void discard.run(row),
    /** What a person found out about a parked effect; the run then goes on. False where nothing was to be decided. */
    decide: db.transaction((run: string, seq: number, happened: boolean, at: number): boolean => {
      if (!log.decide(run, seq, happened)) return false;
      wake.run(at, run);
      return true;
    }),
    /** Does nothing for a run that has ended. `reason` says why it failed. */
    end: db.transaction(
      (run: string, to: Exclude<RunStatus, "going">, at: number, reason: Text | null = null): boolean => {
        unhearAll.run(run);
        discardAll.run(run);
        return end.run(to, at, reason === null ? null : JSON.stringify(reason), run).changes > 0;
      },
    ),
    countGoing: (): number => countGoing.get()?.runs ?? 0,
    /** Those that a person has to decide about. */
    countParked: (): number => countParked.get()?.runs ?? 0,
    /** Those that would go on now if they could. */
    countHeldUp: (now: number): number => countHeldUp.get(now)?.runs ?? 0,
    statusOf: (run: string): RunStatus | null => status.get(run)?.status ?? null,
    isGoing: (run: string): boolean => status.get(run)?.status === "going",
    listed: (id: string): ListedRun | null => {
      const row = listed.get(id);
      return row ? listedOf(row) : null;
    },
    /** Newest first. */
    list({ limit, ...filter }: RunFilter): ListedRun[] {
      const going = filter.status === "running" || filter.status === "waiting" || filter.status === "parked";
      // What is about one thing is little: then no other column is to be looked up by (SQLite's unary plus).
      const plus = filter.subject === undefined ? "" : "+";
      const where = (Object.keys(conditions) as (keyof typeof conditions)[])
        .filter((key) => filter[key] !== undefined)
        .map((key) => (key === "workflow" || key === "status" ? plus : "") + conditions[key])
        .concat(filter.status === undefined ? [] : standings[filter.status].map((condition) => plus + condition));
      const sql = `select ${listedColumns} ${where.length > 0 ? `where ${where.join(" and ")}` : ""}
        order by runs.row desc limit :limit`;
      const given = { ...filter, status: going ? "going" : filter.status, limit };
      return db.prepare<object, StoredListedRun>(sql).all(given).map(listedOf);
    },
    /** Its neighbours in time among the runs of the same workflow. */
    neighbours: ({
      id,
      workflow,
    }: Pick<RunRow, "id" | "workflow">): { previous: string | null; next: string | null } => ({
      previous: older.get(workflow, id)?.id ?? null,
      next: newer.get(workflow, id)?.id ?? null,
    }),
    /** From the day of an instant on. */
    byDay: (since: number): DayCount[] => byDay.all(Math.floor(since / dayMs)),
    /** When each workflow last started a run. */
    newest: (): ReadonlyMap<string, number> =>
      new Map(newest.all().flatMap(({ workflow, at }) => (at === null ? [] : [[workflow, at] as const]))),
  };
}

export type RunStore = ReturnType<typeof runStore>;
