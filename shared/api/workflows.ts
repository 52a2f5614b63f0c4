import { z } from "zod";
import { Findable } from "../events/event.ts";
import { ImportNote } from "../import/importNote.ts";
import { Language, Text } from "../language/text.ts";
import { WorkflowDocument, WorkflowFile } from "../workflow/document.ts";
import { Fault } from "../workflow/fault.ts";
import { Mode, Percent } from "../workflow/mode.ts";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";

/** How many things one call may run a workflow on by hand. */
export const mostByHand = 100;

/** Switchboard itself turned the workflow off, since it had run away: when, why, and what it was in. Gone once a person sets the mode. */
export const Pause = z.object({ since: z.iso.datetime(), why: Text, mode: Mode });
export type Pause = z.infer<typeof Pause>;

const name = z.string().trim().min(1).max(120);
const id = z.object({ id: z.string().max(64) });

/** One row of the list. Instants are UTC ISO strings. */
export const WorkflowSummary = z.object({
  id: z.string(),
  name: z.string(),
  mode: Mode,
  /** The share that mode "percentage" means, also while it is in another. */
  percent: Percent,
  pause: Pause.nullable(),
  /** Number of the newest published version; null before the first. */
  liveVersion: z.number().nullable(),
  /** What that one can be run on by hand. */
  byHand: z.array(Findable),
  /** Whether the draft differs from it. */
  draftChanged: z.boolean(),
  /** The drawing that the list describes in one sentence: the published one, or the draft before that. */
  document: WorkflowDocument,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Runs of the last seven days, oldest first, one entry a day (UTC). */
  week: z.array(z.object({ day: z.iso.date(), runs: z.number(), failed: z.number() })).length(7),
  lastRunAt: z.iso.datetime().nullable(),
});
export type WorkflowSummary = z.infer<typeof WorkflowSummary>;

/** What the editor opens. `revision` counts saves of the draft: a save with an older one is refused. */
export const WorkflowDetail = z.object({
  id: z.string(),
  name: z.string(),
  mode: Mode,
  /** The share that mode "percentage" means, also while it is in another. */
  percent: Percent,
  pause: Pause.nullable(),
  liveVersion: z.number().nullable(),
  byHand: z.array(Findable),
  draftChanged: z.boolean(),
  draft: z.object({ document: WorkflowDocument, revision: z.number(), savedAt: z.iso.datetime() }),
  faults: z.array(Fault),
  /** Other workflows that run this one. */
  usedBy: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type WorkflowDetail = z.infer<typeof WorkflowDetail>;

/** One published version; it never changes. */
export const Version = z.object({
  number: z.number(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
});
export type Version = z.infer<typeof Version>;

export const workflowRoutes = {
  listWorkflows: route({
    method: "get",
    path: "/api/workflows",
    access: "member",
    summary: "All workflows",
    answer: z.object({ workflows: z.array(WorkflowSummary) }),
  }),
  createWorkflow: route({
    method: "post",
    path: "/api/workflows",
    access: "member",
    summary: "Create a workflow, empty or from a drawing",
    body: z.object({ name, document: WorkflowDocument.optional() }),
    answer: WorkflowDetail,
  }),
  getWorkflow: route({
    method: "get",
    path: "/api/workflows/:id",
    access: "member",
    summary: "One workflow with its draft and the draft's faults",
    params: id,
    answer: WorkflowDetail,
  }),
  renameWorkflow: route({
    method: "patch",
    path: "/api/workflows/:id",
    access: "member",
    summary: "Rename a workflow",
    params: id,
    body: z.object({ name }),
    answer: WorkflowDetail,
  }),
  deleteWorkflow: route({
    method: "delete",
    path: "/api/workflows/:id",
    access: "member",
    summary: "Delete a workflow that is off; its runs stay listed",
    params: id,
    answer: z.object({ ok: z.literal(true) }),
    refusals: { 409: Problem },
  }),
  saveDraft: route({
    method: "put",
    path: "/api/workflows/:id/draft",
    access: "member",
    summary: "Save the draft; refused with 409 when somebody saved a newer revision",
    params: id,
    body: z.object({ document: WorkflowDocument, revision: z.number().int() }),
    answer: z.object({
      revision: z.number(),
      savedAt: z.iso.datetime(),
      draftChanged: z.boolean(),
      faults: z.array(Fault),
    }),
    refusals: { 409: Problem },
  }),
  publish: route({
    method: "post",
    path: "/api/workflows/:id/publish",
    access: "member",
    summary: "Publish the draft at this revision as a new version; 422 with the faults that prevent it",
    params: id,
    body: z.object({ revision: z.number().int() }),
    answer: Version,
    refusals: { 409: Problem, 422: Problem },
  }),
  listVersions: route({
    method: "get",
    path: "/api/workflows/:id/versions",
    access: "member",
    summary: "Published versions, newest first",
    params: id,
    answer: z.object({ versions: z.array(Version) }),
  }),
  getVersion: route({
    method: "get",
    path: "/api/workflows/:id/versions/:number",
    access: "member",
    summary: "The drawing of one published version",
    params: z.object({ id: z.string().max(64), number: z.coerce.number().int().positive() }),
    answer: z.object({ version: Version, document: WorkflowDocument }),
  }),
  restoreVersion: route({
    method: "post",
    path: "/api/workflows/:id/versions/:number/restore",
    access: "member",
    summary: "Make the draft equal to a published version",
    params: z.object({ id: z.string().max(64), number: z.coerce.number().int().positive() }),
    answer: WorkflowDetail,
  }),
  setMode: route({
    method: "put",
    path: "/api/workflows/:id/mode",
    access: "member",
    summary:
      "Set what live events do with a workflow; all but off need a published version. Without a percentage the one it had stays",
    params: id,
    body: z.object({ mode: Mode, percent: Percent.optional() }),
    /** `underWay`: how many of its runs are under way or wait; they go on to their end unless they are stopped. */
    answer: z.object({ mode: Mode, percent: Percent, underWay: z.number().int() }),
    refusals: { 409: Problem },
  }),
  stopRuns: route({
    method: "post",
    path: "/api/workflows/:id/stop-runs",
    access: "member",
    summary: "Stop all runs of a workflow that are under way or wait, a few at a time; what they did stays done",
    params: id,
    answer: z.object({ runs: z.number().int() }),
  }),
  runByHand: route({
    method: "post",
    path: "/api/workflows/:id/runs",
    access: "member",
    summary:
      "Run the newest version on conversations, contacts or tickets, where it has a trigger for that; on or off does not matter",
    params: id,
    body: z.object({ kind: Findable, ids: z.array(z.string().min(1).max(64)).min(1).max(mostByHand) }),
    answer: z.object({ runs: z.array(z.string()) }),
    refusals: { 409: Problem, 422: Problem },
  }),
  exportWorkflow: route({
    method: "get",
    path: "/api/workflows/:id/export",
    access: "member",
    summary: "The draft as a file: stable, sorted JSON without secrets",
    params: id,
    answer: WorkflowFile,
  }),
  importWorkflow: route({
    method: "post",
    path: "/api/workflows/import",
    access: "member",
    summary: "Create a workflow, off and unpublished, from an exported file",
    body: WorkflowFile,
    answer: WorkflowDetail,
  }),
  importNativeWorkflow: route({
    method: "post",
    path: "/api/workflows/import-native",
    access: "member",
    summary: "Create a workflow, off and unpublished, from one that was drawn in Intercom; with what did not come over",
    body: z.object({
      /** Its number in Intercom, or the address of its page there. */
      id: z.string().trim().min(1).max(2000),
      /** Of the names that steps are given. */
      language: Language.default("en"),
    }),
    answer: z.object({ workflow: WorkflowDetail, notes: z.array(ImportNote) }),
    refusals: { 422: Problem },
  }),
};
