import { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Database } from "./database.ts";

export interface WorkflowRow {
  id: string;
  name: string;
  mode: "off" | "on";
  draft: WorkflowDocument;
  revision: number;
}

/** A published drawing that live events may start. */
export interface LiveVersion {
  workflow: string;
  version: string;
  document: WorkflowDocument;
}

interface Stored {
  id: string;
  name: string;
  mode: "off" | "on";
  draft: string;
  revision: number;
}

const documentOf = (json: string): WorkflowDocument => WorkflowDocument.parse(JSON.parse(json));

/** Workflows with their drafts, and their published versions. */
export function workflowStore(db: Database) {
  const insert = db.prepare("insert into workflows (id, name, draft, saved_at) values (?, ?, ?, ?)");
  const byId = db.prepare<[string], Stored>("select id, name, mode, draft, revision from workflows where id = ?");
  const save = db.prepare(
    "update workflows set draft = ?, saved_at = ?, revision = revision + 1 where id = ? and revision = ?",
  );
  const newest = db.prepare<[string], { number: number }>(
    "select max(number) as number from versions where workflow = ? having max(number) is not null",
  );
  const publish = db.prepare(
    "insert into versions (id, workflow, number, document, published_at, published_by) values (?, ?, ?, ?, ?, ?)",
  );
  const mode = db.prepare("update workflows set mode = ? where id = ?");
  const version = db.prepare<[string], { document: string }>("select document from versions where id = ?");
  const live = db.prepare<[], { workflow: string; version: string; document: string }>(
    `select workflow, versions.id as version, document from versions
     join workflows on workflows.id = versions.workflow
     where mode = 'on' and number = (select max(number) from versions as newer where newer.workflow = workflows.id)`,
  );
  return {
    create: (id: string, name: string, draft: WorkflowDocument, at: number): void =>
      void insert.run(id, name, JSON.stringify(draft), at),
    get: (id: string): WorkflowRow | null => {
      const row = byId.get(id);
      return row ? { ...row, draft: documentOf(row.draft) } : null;
    },
    /** False where the draft has been saved since `revision`: nothing is written then. */
    saveDraft: (id: string, draft: WorkflowDocument, revision: number, at: number): boolean =>
      save.run(JSON.stringify(draft), at, id, revision).changes > 0,
    /** The number of the newest version; null before the first. */
    newestVersion: (id: string): number | null => newest.get(id)?.number ?? null,
    addVersion: (workflow: string, number: number, document: WorkflowDocument, at: number, by: string): void =>
      void publish.run(`${workflow}.${number}`, workflow, number, JSON.stringify(document), at, by),
    setMode: (id: string, to: "off" | "on"): void => void mode.run(to, id),
    versionDocument: (id: string): WorkflowDocument | null => {
      const row = version.get(id);
      return row ? documentOf(row.document) : null;
    },
    /** The newest version of each workflow that is on. */
    live: (): LiveVersion[] => live.all().map((row) => ({ ...row, document: documentOf(row.document) })),
  };
}

export type WorkflowStore = ReturnType<typeof workflowStore>;
