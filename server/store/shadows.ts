import { z } from "zod";
import { Doubt, ShadowAct, type ShadowPart, type ShadowSummary, Verdict } from "#shared/api/shadow.ts";
import type { RunStart } from "#shared/engine/runState.ts";
import type { LogEntry } from "#shared/engine/step.ts";
import type { Subject } from "#shared/events/event.ts";
import { titleOf } from "#shared/events/titleOf.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { Database } from "./database.ts";

/** What was read from Intercom for a decision, by what was asked for. */
export type Reads = Record<string, Json>;

/** One decision as lists show it. Instants are epoch milliseconds. */
export interface ShadowRow {
  id: string;
  workflow: string;
  version: string;
  versionNumber: number;
  subject: Subject | null;
  title: string;
  at: number;
  outcome: "done" | "failed" | "waits" | null;
  acts: ShadowAct[];
  doubts: z.infer<typeof Doubt>[];
  comparedAt: number | null;
  verdict: Verdict | null;
}

/** One that something is to be done about. */
export interface DueShadow {
  id: string;
  workflow: string;
  version: string;
  at: number;
  tries: number;
  outcome: ShadowRow["outcome"];
  start: RunStart;
  reads: Reads;
}

/** What came of deciding or comparing. */
export interface Judged extends Pick<ShadowRow, "outcome" | "acts" | "doubts" | "verdict"> {
  comparedAt: number | null;
  reads: Reads;
  log: readonly LogEntry[];
  dueAt: number | null;
}

interface Stored {
  id: string;
  workflow: string;
  version: string;
  number: number;
  subject_kind: Subject["kind"] | null;
  subject_id: string | null;
  title: string;
  at: number;
  outcome: ShadowRow["outcome"];
  acts: string;
  doubts: string;
  compared_at: number | null;
  verdict: string | null;
}

interface StoredDue extends Pick<Stored, "id" | "workflow" | "version" | "at" | "outcome"> {
  tries: number;
  start: string;
  reads: string | null;
}

const acts = z.array(ShadowAct);
const doubts = z.array(Doubt);

const rowOf = ({ number, subject_kind, subject_id, compared_at, verdict, ...row }: Stored): ShadowRow => ({
  ...row,
  versionNumber: number,
  subject: subject_kind === null || subject_id === null ? null : { kind: subject_kind, id: subject_id },
  acts: acts.parse(JSON.parse(row.acts)),
  doubts: doubts.parse(JSON.parse(row.doubts)),
  comparedAt: compared_at,
  verdict: verdict === null ? null : Verdict.parse(verdict),
});

const dueOf = ({ start, reads, ...row }: StoredDue): DueShadow => ({
  ...row,
  start: JSON.parse(start),
  reads: reads === null ? {} : JSON.parse(reads),
});

const columns = `shadow_decisions.id, shadow_decisions.workflow, version, number, subject_kind, subject_id, title, at, outcome,
  acts, doubts, compared_at, verdict from shadow_decisions join versions on versions.id = shadow_decisions.version`;
const about = "coalesce(subject_kind || ':' || subject_id, shadow_decisions.id)";
/** The less flattering a decision, the more it counts for its conversation. */
const weight = `case when acted = 0 then 0 when verdict is null then 4
  else case verdict when 'otherwise' then 5 when 'nothing' then 3 when 'same' then 2 else 1 end end`;
const weights: Record<Exclude<ShadowPart, "acted">, number> = {
  otherwise: 5,
  unknown: 4,
  nothing: 3,
  same: 2,
  incomparable: 1,
  idle: 0,
};
const lastRows = "workflow = :workflow and at >= :since and outcome is not null";

/** What workflows in Shadow decided. On disk when a call returns, unless a transaction is open around it. */
export function shadowStore(db: Database) {
  const insert = db.prepare(
    `insert or ignore into shadow_decisions (id, workflow, version, app_id, subject_kind, subject_id, title, at, due_at)
     values (:id, :workflow, :version, :appId, :subjectKind, :subjectId, :title, :at, :at)`,
  );
  const keepStart = db.prepare<[number | bigint, string]>("insert into shadow_traces (decision, start) values (?, ?)");
  const due = db.prepare<{ appId: string; now: number; limit: number }, StoredDue>(
    `select id, workflow, version, at, tries, outcome, start, reads from shadow_decisions
     join shadow_traces on decision = row
     where due_at <= :now and app_id = :appId order by due_at, row limit :limit`,
  );
  const judge = db.prepare(
    `update shadow_decisions set outcome = :outcome, acted = :acted, acts = :acts, doubts = :doubts, verdict = :verdict,
       compared_at = :comparedAt, due_at = :dueAt, tries = 0 where id = :id`,
  );
  const keepTrace = db.prepare(
    `update shadow_traces set reads = ?, log = ? where decision = (select row from shadow_decisions where id = ?)`,
  );
  const postpone = db.prepare("update shadow_decisions set due_at = ?, tries = tries + 1 where id = ?");
  const hurry = db.prepare(
    "update shadow_decisions set due_at = ? where workflow = ? and outcome is not null and due_at is not null",
  );
  const hurryAbout = db.prepare(
    `update shadow_decisions set due_at = min(due_at, ?) where subject_kind = ? and subject_id = ? and due_at is not null
       and outcome is not null`,
  );
  const byId = db.prepare<[string], Stored>(`select ${columns} where shadow_decisions.id = ?`);
  const traced = db.prepare<[string], { start: string; log: string | null }>(
    "select start, log from shadow_traces join shadow_decisions on row = decision where id = ?",
  );
  const counts = db.prepare<{ workflow: string; since: number }, { weight: number; count: number; others: number }>(
    `select weight, count(*) as count, sum(kind is not 'conversation') as others from
       (select max(${weight}) as weight, subject_kind as kind from shadow_decisions where ${lastRows} group by ${about})
     group by weight`,
  );
  /** What a list shows of it: all of whose conversations count for that part. */
  const parted = (part: ShadowPart | undefined): string =>
    part === undefined
      ? ""
      : `and ${about} in (select ${about} from shadow_decisions where ${lastRows} group by 1
           having max(${weight}) ${part === "acted" ? "> 0" : `= ${weights[part]}`})`;
  const lists = new Map(
    ([undefined, "acted", ...Object.keys(weights)] as (ShadowPart | undefined)[]).map((part) => [
      part,
      db.prepare<{ workflow: string; since: number; before: string | null; limit: number }, Stored>(
        `select ${columns} where shadow_decisions.workflow = :workflow and at >= :since
           and (:before is null or (at, shadow_decisions.row) < (select at, row from shadow_decisions where id = :before))
           ${parted(part).replaceAll("workflow = :", "shadow_decisions.workflow = :")}
         order by at desc, shadow_decisions.row desc limit :limit`,
      ),
    ]),
  );
  return {
    /** Keeps what an event would have started, to be decided. Does nothing for what is kept already. */
    add: db.transaction((kept: { id: string; workflow: string; version: string; start: RunStart }): void => {
      const { id, workflow, version, start } = kept;
      const { appId, subject } = start.event;
      const { changes, lastInsertRowid } = insert.run({
        id,
        workflow,
        version,
        appId,
        subjectKind: subject?.kind ?? null,
        subjectId: subject?.id ?? null,
        title: titleOf(start.event),
        at: start.startedAt,
      });
      if (changes > 0) keepStart.run(lastInsertRowid, JSON.stringify(start));
    }),
    /** Those of a workspace that something is to be done about now, what has waited longest first. */
    due: (appId: string, now: number, limit: number): DueShadow[] => due.all({ appId, now, limit }).map(dueOf),
    judge: db.transaction((id: string, { acts, doubts, reads, log, ...judged }: Judged): void => {
      judge.run({ ...judged, id, acted: acts.length, acts: JSON.stringify(acts), doubts: JSON.stringify(doubts) });
      keepTrace.run(JSON.stringify(reads), JSON.stringify(log), id);
    }),
    /** It could not be done: again at `dueAt`, or, with null, never. */
    postpone: (id: string, dueAt: number | null): void => void postpone.run(dueAt, id),
    /** Has all of a workflow's that are not finally known compared from `at` on; how many. */
    hurry: (workflow: string, at: number): number => hurry.run(at, workflow).changes,
    /** The same for all that are about one thing. */
    hurryAbout: ({ kind, id }: Subject, at: number): number => hurryAbout.run(at, kind, id).changes,
    get: (id: string): ShadowRow | null => {
      const row = byId.get(id);
      return row ? rowOf(row) : null;
    },
    /** Null once its details were removed. */
    trace(id: string): { start: RunStart; log: LogEntry[] } | null {
      const row = traced.get(id);
      return row ? { start: JSON.parse(row.start), log: row.log === null ? [] : JSON.parse(row.log) } : null;
    },
    /** Newest first, from an instant on. */
    list: (
      workflow: string,
      since: number,
      part: ShadowPart | undefined,
      before: string | undefined,
      limit: number,
    ): ShadowRow[] => (lists.get(part)?.all({ workflow, since, before: before ?? null, limit }) ?? []).map(rowOf),
    summary(workflow: string, since: number): ShadowSummary {
      const found = counts.all({ workflow, since });
      const of = (part: keyof typeof weights) => found.find(({ weight }) => weight === weights[part])?.count ?? 0;
      const [same, otherwise, nothing] = [of("same"), of("otherwise"), of("nothing")];
      const [incomparable, unknown, idle] = [of("incomparable"), of("unknown"), of("idle")];
      const acted = same + otherwise + nothing + incomparable + unknown;
      const conversations = found.every(({ others }) => others === 0);
      return { acted, same, otherwise, nothing, incomparable, unknown, idle, conversations };
    },
  };
}

export type ShadowStore = ReturnType<typeof shadowStore>;
