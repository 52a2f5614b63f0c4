import type { Findable } from "#shared/events/event.ts";
import { importNative } from "#shared/import/importNative.ts";
import { emptyDocument, type WorkflowDocument } from "#shared/workflow/document.ts";
import { ringFaults } from "#shared/workflow/ringFaults.ts";
import { ringsThrough, waysInto } from "#shared/workflow/rings.ts";
import { sortedDocument } from "#shared/workflow/sortedDocument.ts";
import { validate } from "#shared/workflow/validate.ts";
import { emptyLists } from "#shared/workspace/lists.ts";
import { readNativeWorkflow } from "../../intercom/readNativeWorkflow.ts";
import { type Found, readSubject } from "../../intercom/subjects.ts";
import { publish } from "../../publishing/publish.ts";
import { usersOf } from "../../publishing/usersOf.ts";
import type { VersionRow, WorkflowRow } from "../../store/workflows.ts";
import type { Handlers } from "../mount.ts";
import { faulty, notByHand, notFound, notPublished, notThere, stale, stillOn, unanswered } from "../problems.ts";
import type { Services } from "./services.ts";

type Names =
  | "listWorkflows"
  | "createWorkflow"
  | "getWorkflow"
  | "renameWorkflow"
  | "deleteWorkflow"
  | "saveDraft"
  | "publish"
  | "listVersions"
  | "getVersion"
  | "restoreVersion"
  | "setMode"
  | "stopRuns"
  | "runByHand"
  | "exportWorkflow"
  | "importWorkflow"
  | "importNativeWorkflow";

const dayMs = 86_400_000;
/** How many things are read from Intercom at the same time before a workflow is run on them. */
const readsAtOnce = 8;
const iso = (at: number): string => new Date(at).toISOString();

/** Whether two drawings do the same: where cards stand does not matter. */
const sameWork = (one: WorkflowDocument, other: WorkflowDocument): boolean => {
  const work = (document: WorkflowDocument) => JSON.stringify(sortedDocument({ ...document, layout: [] }));
  return work(one) === work(other);
};

const pauseOf = (pause: WorkflowRow["pause"]) => pause && { ...pause, since: iso(pause.since) };

const versionOf = ({ number, publishedAt, publishedBy }: VersionRow) => ({
  number,
  publishedAt: iso(publishedAt),
  publishedBy,
});

export function workflowHandlers(services: Services): Pick<Handlers, Names> {
  const { workflows, runs, live, registry, connections, hub, now, newId } = services;

  const found = (id: string): WorkflowRow => {
    const row = workflows.get(id);
    if (!row) throw notFound();
    return row;
  };
  const faultsOf = ({ id, name, draft }: WorkflowRow) => {
    const rings = ringsThrough(waysInto({ id, name, document: draft }, registry), live.waysIntoOthers(id));
    return [...validate(draft, registry, services.lists()?.lists ?? null), ...ringFaults(rings, id)];
  };

  /** All of them, or none. */
  async function readAll(kind: Findable, ids: readonly string[]): Promise<Found[]> {
    const all: Found[] = [];
    const { service } = connections.current();
    for (let from = 0; from < ids.length; from += readsAtOnce) {
      const some = ids.slice(from, from + readsAtOnce);
      const read = await Promise.all(some.map((id) => readSubject(services.call, service, kind, id)));
      for (const [index, one] of read.entries()) {
        if (!one.ok) throw one.status === 404 ? notThere(kind, `body.ids.${from + index}`) : unanswered(one);
        all.push(one.found);
      }
    }
    return all;
  }

  function detail(id: string) {
    const row = found(id);
    const { name, mode, percent, pause, draft, revision, savedAt } = row;
    const newest = workflows.newestVersion(id);
    return {
      id,
      name,
      mode,
      percent,
      pause: pauseOf(pause),
      liveVersion: newest?.number ?? null,
      byHand: [...live.byHand(id).keys()],
      draftChanged: !newest || !sameWork(newest.document, draft),
      draft: { document: draft, revision, savedAt: iso(savedAt) },
      faults: faultsOf(row),
      usedBy: usersOf(workflows)(id).filter((other) => other.id !== id),
    };
  }

  function changed(id: string): void {
    live.refresh();
    hub.tell({ type: "workflow", id });
  }

  function create(name: string, document: WorkflowDocument) {
    const id = newId();
    workflows.create(id, name, document, now());
    hub.tell({ type: "workflow", id });
    return detail(id);
  }

  /** The last seven days (UTC), oldest first, of every workflow. */
  function weeks(): (workflow: string) => { day: string; runs: number; failed: number }[] {
    const today = Math.floor(now() / dayMs) * dayMs;
    const days = Array.from({ length: 7 }, (_, back) => iso(today - (6 - back) * dayMs).slice(0, 10));
    const counts = new Map(runs.byDay(today - 6 * dayMs).map((count) => [`${count.workflow} ${count.day}`, count]));
    return (workflow) =>
      days.map((day) => {
        const count = counts.get(`${workflow} ${day}`);
        return { day, runs: count?.runs ?? 0, failed: count?.failed ?? 0 };
      });
  }

  return {
    listWorkflows() {
      const week = weeks();
      const lastRuns = runs.newest();
      return {
        workflows: workflows.all().map((row) => {
          const newest = workflows.newestVersion(row.id);
          const lastRunAt = lastRuns.get(row.id);
          return {
            id: row.id,
            name: row.name,
            mode: row.mode,
            percent: row.percent,
            pause: pauseOf(row.pause),
            liveVersion: newest?.number ?? null,
            byHand: [...live.byHand(row.id).keys()],
            draftChanged: !newest || !sameWork(newest.document, row.draft),
            document: newest?.document ?? row.draft,
            createdAt: iso(row.createdAt),
            updatedAt: iso(row.savedAt),
            week: week(row.id),
            lastRunAt: lastRunAt === undefined ? null : iso(lastRunAt),
          };
        }),
      };
    },
    createWorkflow: ({ body }) => create(body.name, body.document ?? emptyDocument),
    getWorkflow: ({ params }) => detail(params.id),
    renameWorkflow({ params, body }) {
      found(params.id);
      workflows.rename(params.id, body.name);
      hub.tell({ type: "workflow", id: params.id });
      return detail(params.id);
    },
    deleteWorkflow({ params }) {
      found(params.id);
      if (!workflows.remove(params.id, now())) throw stillOn();
      changed(params.id);
      return { ok: true };
    },
    saveDraft({ params, body }) {
      found(params.id);
      if (!workflows.saveDraft(params.id, body.document, body.revision, now())) throw stale();
      const { draft, draftChanged, faults } = detail(params.id);
      return { revision: draft.revision, savedAt: draft.savedAt, draftChanged, faults };
    },
    publish({ params, body }, { person }) {
      const lists = services.lists()?.lists ?? null;
      const by = person?.name ?? "";
      const published = publish({ workflows, registry, lists, now }, params.id, body.revision, by);
      if (published.outcome === "unknown") throw notFound();
      if (published.outcome === "stale") throw stale();
      if (published.outcome === "faults") throw faulty(published.faults);
      changed(params.id);
      return { number: published.number, publishedAt: iso(published.at), publishedBy: by };
    },
    listVersions({ params }) {
      found(params.id);
      return { versions: workflows.versions(params.id).map(versionOf) };
    },
    getVersion({ params }) {
      const row = workflows.version(found(params.id).id, params.number);
      if (!row) throw notFound();
      return { version: versionOf(row), document: row.document };
    },
    restoreVersion({ params }) {
      const { id, revision } = found(params.id);
      const row = workflows.version(id, params.number);
      if (!row) throw notFound();
      workflows.saveDraft(id, row.document, revision, now());
      hub.tell({ type: "workflow", id });
      return detail(id);
    },
    setMode({ params, body }) {
      found(params.id);
      if (body.mode !== "off" && !workflows.newestVersion(params.id)) throw notPublished();
      workflows.setMode(params.id, body.mode, body.percent);
      changed(params.id);
      const { mode, percent } = found(params.id);
      return { mode, percent, underWay: services.stopper.underWay(params.id) };
    },
    stopRuns: ({ params }) => ({ runs: services.stopper.stopRuns(found(params.id).id) }),
    async runByHand({ params, body }) {
      const newest = workflows.newestVersion(found(params.id).id);
      if (!newest) throw notPublished();
      const trigger = live.byHand(params.id).get(body.kind);
      if (trigger === undefined) throw notByHand(body.kind);
      // All are read before any is run, so that a wrong one among many leaves nothing half done.
      const all = await readAll(body.kind, [...new Set(body.ids)]);
      const version = { workflow: params.id, version: `${params.id}.${newest.number}` };
      return { runs: services.startByHand(version, trigger, body.kind, all) };
    },
    exportWorkflow({ params }) {
      const { name, draft } = found(params.id);
      return { switchboard: "workflow", name, document: sortedDocument(draft) };
    },
    importWorkflow: ({ body }) => create(body.name, body.document),
    async importNativeWorkflow({ body }) {
      const read = await readNativeWorkflow(services.call, connections.current().service, body.id);
      if (!read.ok) throw unanswered(read);
      const lists = services.lists()?.lists ?? emptyLists();
      const { name, document, notes } = importNative(read.exported, registry, lists, body.language);
      return { workflow: create(name, document), notes };
    },
  };
}
