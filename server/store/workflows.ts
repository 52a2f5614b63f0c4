import { Text } from "#shared/language/text.ts";
import { WorkflowDocument } from "#shared/workflow/document.ts";
import { Mode, type Standing, startsRuns } from "#shared/workflow/mode.ts";
import type { Database } from "./database.ts";

export interface WorkflowRow {
  id: string;
  name: string;
  mode: Mode;
  /** The share that "percentage" means, also while it is in another mode. */
  percent: number;
  /** Where Switchboard itself turned it off: since when (epoch milliseconds), why, and what it was in. */
  pause: { since: number; why: Text; mode: Mode } | null;
  draft: WorkflowDocument;
  revision: number;
  /** Epoch milliseconds, as all instants here. */
  savedAt: number;
  createdAt: number;
}

/** A published drawing that live events concern. */
export interface LiveVersion extends Standing {
  version: string;
  document: WorkflowDocument;
}

export interface VersionRow {
  number: number;
  publishedAt: number;
  publishedBy: string;
  document: WorkflowDocument;
}

interface Stored {
  id: string;
  name: string;
  mode: string;
  percent: number;
  draft: string;
  revision: number;
  saved_at: number;
  created_at: number;
  paused_at: number | null;
  paused_why: string | null;
  paused_mode: string | null;
}

interface StoredVersion {
  number: number;
  document: string;
  published_at: number;
  published_by: string;
}

const documentOf = (json: string): WorkflowDocument => WorkflowDocument.parse(JSON.parse(json));

const workflowOf = ({
  saved_at,
  created_at,
  paused_at,
  paused_why,
  paused_mode,
  draft,
  mode,
  ...row
}: Stored): WorkflowRow => ({
  ...row,
  mode: Mode.parse(mode),
  pause:
    paused_at === null || paused_why === null
      ? null
      : { since: paused_at, why: Text.parse(JSON.parse(paused_why)), mode: Mode.parse(paused_mode) },
  draft: documentOf(draft),
  savedAt: saved_at,
  createdAt: created_at,
});

const versionOf = ({ number, document, published_at, published_by }: StoredVersion): VersionRow => ({
  number,
  document: documentOf(document),
  publishedAt: published_at,
  publishedBy: published_by,
});

/** Workflows with their drafts, and their published versions. A deleted workflow is only found by its runs. */
export function workflowStore(db: Database) {
  const columns = `id, name, mode, percent, draft, revision, saved_at, created_at, paused_at, paused_why, paused_mode
    from workflows where deleted_at is null`;
  const insert = db.prepare("insert into workflows (id, name, draft, saved_at, created_at) values (?, ?, ?, ?, ?)");
  const all = db.prepare<[], Stored>(`select ${columns} order by saved_at desc`);
  const byId = db.prepare<[string], Stored>(`select ${columns} and id = ?`);
  const rename = db.prepare("update workflows set name = ? where id = ?");
  const remove = db.prepare("update workflows set deleted_at = ? where id = ? and mode = 'off'");
  const removeHooks = db.prepare("delete from hooks where workflow = ?");
  const forgetShadow = db.prepare("update shadow_decisions set due_at = null where workflow = ?");
  const save = db.prepare(
    `update workflows set draft = ?, saved_at = ?, revision = revision + 1
     where id = ? and revision = ? and deleted_at is null`,
  );
  const publish = db.prepare(
    "insert into versions (id, workflow, number, document, published_at, published_by) values (?, ?, ?, ?, ?, ?)",
  );
  // Who turns on again what ran too often puts up with five times as much before it is paused once more.
  const mode = db.prepare(
    `update workflows set mode = ?, percent = coalesce(?, percent), paused_at = null, paused_why = null, paused_mode = null,
       paused_pace = null, pace_accepted = coalesce(paused_pace * 5, pace_accepted) where id = ?`,
  );
  const forgetPace = db.prepare("delete from run_pace where workflow = ?");
  const forgetReached = db.prepare("delete from limits_reached where workflow = ?");
  const document = db.prepare<[string], { document: string }>("select document from versions where id = ?");
  const versions = db.prepare<[string], StoredVersion>(
    "select number, document, published_at, published_by from versions where workflow = ? order by number desc",
  );
  const newest = db.prepare<[string], StoredVersion>(
    `select number, document, published_at, published_by from versions
     where workflow = ? order by number desc limit 1`,
  );
  const version = db.prepare<[string, number], StoredVersion>(
    "select number, document, published_at, published_by from versions where workflow = ? and number = ?",
  );
  const inMode = db.prepare<[string], Omit<LiveVersion, "mode" | "document"> & { mode: string; document: string }>(
    `select workflow, versions.id as version, mode, percent, document from versions
     join workflows on workflows.id = versions.workflow
     where mode in (select value from json_each(?))
       and number = (select max(number) from versions as newer where newer.workflow = workflows.id)`,
  );
  const newestIn = (modes: readonly Mode[]): LiveVersion[] =>
    inMode
      .all(JSON.stringify(modes))
      .map((row) => ({ ...row, mode: Mode.parse(row.mode), document: documentOf(row.document) }));
  const running = db.prepare<[], { workflow: string; name: string; version: string }>(
    `select workflow, name, versions.id as version from versions join workflows on workflows.id = versions.workflow
     where (mode in ('percentage', 'on') or paused_at is not null) and deleted_at is null
       and number = (select max(number) from versions as newer where newer.workflow = workflows.id)`,
  );
  return {
    create: (id: string, name: string, draft: WorkflowDocument, at: number): void =>
      void insert.run(id, name, JSON.stringify(draft), at, at),
    /** The last saved first. */
    all: (): WorkflowRow[] => all.all().map(workflowOf),
    get: (id: string): WorkflowRow | null => {
      const row = byId.get(id);
      return row ? workflowOf(row) : null;
    },
    rename: (id: string, name: string): void => void rename.run(name, id),
    /** False for one that is not off. With it go the addresses that other tools call, and what they sent; what it decided is compared no more. */
    remove: db.transaction((id: string, at: number): boolean => {
      if (remove.run(at, id).changes === 0) return false;
      removeHooks.run(id);
      forgetShadow.run(id);
      return true;
    }),
    /** False where the draft has been saved since `revision`: nothing is written then. */
    saveDraft: (id: string, draft: WorkflowDocument, revision: number, at: number): boolean =>
      save.run(JSON.stringify(draft), at, id, revision).changes > 0,
    addVersion: (workflow: string, number: number, drawing: WorkflowDocument, at: number, by: string): void =>
      void publish.run(`${workflow}.${number}`, workflow, number, JSON.stringify(drawing), at, by),
    /** Whoever sets it has seen why it was paused: it counts from nothing. Without a percentage the one it had stays. */
    setMode: db.transaction((id: string, to: Mode, percent: number | null = null): void => {
      mode.run(to, percent, id);
      forgetPace.run(id);
      forgetReached.run(id);
    }),
    versionDocument: (id: string): WorkflowDocument | null => {
      const row = document.get(id);
      return row ? documentOf(row.document) : null;
    },
    /** Newest first. */
    versions: (workflow: string): VersionRow[] => versions.all(workflow).map(versionOf),
    /** Null before the first. */
    newestVersion: (workflow: string): VersionRow | null => {
      const row = newest.get(workflow);
      return row ? versionOf(row) : null;
    },
    version: (workflow: string, number: number): VersionRow | null => {
      const row = version.get(workflow, number);
      return row ? versionOf(row) : null;
    },
    /** Those that are on, or were until they were paused, by their newest version. */
    running: (): { workflow: string; name: string; version: string }[] => running.all(),
    /** The newest version of each workflow that live events start, for all conversations or for a share. */
    live: (): LiveVersion[] => newestIn(Mode.options.filter(startsRuns)),
    /** The newest version of each that only decides on them. */
    inShadow: (): LiveVersion[] => newestIn(["shadow"]),
  };
}

export type WorkflowStore = ReturnType<typeof workflowStore>;
