import { z } from "zod";
import { Step } from "../engine/step.ts";
import { Event, Subject } from "../events/event.ts";
import { Text } from "../language/text.ts";
import { WorkflowDocument } from "../workflow/document.ts";
import { route } from "./route.ts";

/** `parked`: it waits for a person to say whether an effect happened. */
export const RunStatus = z.enum(["running", "waiting", "parked", "done", "failed", "stopped"]);
export type RunStatus = z.infer<typeof RunStatus>;

/** Which effect of a run, by its place in the log, and what a person found: it happened, or it is to be sent. */
const Decision = z.object({ seq: z.number().int().min(0), happened: z.boolean() });

/** One row of the list. Instants are UTC ISO strings; `durationMs` counts from start to end, null while it goes on. */
export const RunSummary = z.object({
  id: z.string(),
  workflow: z.object({ id: z.string(), name: z.string() }),
  version: z.number(),
  /** What it is about; null for a run about nothing. */
  subject: Subject.nullable(),
  /** Who or what it concerns and the first words, for a person to recognise it by; "" where nothing of that is known. */
  title: z.string(),
  status: RunStatus,
  /** Why it failed or was stopped. */
  reason: Text.nullable(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  durationMs: z.number().nullable(),
  /** When it goes on by itself, while it waits. */
  wakesAt: z.iso.datetime().nullable(),
  /** After how many days its details (event and steps) were removed; null while they are kept. */
  removedAfterDays: z.number().nullable(),
});
export type RunSummary = z.infer<typeof RunSummary>;

export const RunDetail = RunSummary.extend({
  /** The drawing of the version that ran. */
  document: WorkflowDocument,
  /** Null once its details were removed. */
  event: Event.nullable(),
  steps: z.array(Step),
  /** Neighbours in time among the runs of the same workflow. */
  previous: z.string().nullable(),
  next: z.string().nullable(),
});
export type RunDetail = z.infer<typeof RunDetail>;

/** A run's id tells what started it and what it is about. */
const runId = z.string().max(300);

export const runRoutes = {
  listRuns: route({
    method: "get",
    path: "/api/runs",
    access: "member",
    summary: "Runs, newest first; `before` is the last id of the page before",
    query: z.object({
      workflow: z.string().max(64).optional(),
      status: RunStatus.optional(),
      conversation: z.string().max(64).optional(),
      before: runId.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ runs: z.array(RunSummary), more: z.boolean() }),
  }),
  getRun: route({
    method: "get",
    path: "/api/runs/:id",
    access: "member",
    summary: "One run: the version it ran, the path it took, every value and request",
    params: z.object({ id: runId }),
    answer: RunDetail,
  }),
  stopRun: route({
    method: "post",
    path: "/api/runs/:id/stop",
    access: "member",
    summary: "Stop a run that is running or waiting; what it did stays done",
    params: z.object({ id: runId }),
    answer: z.object({ ok: z.literal(true) }),
  }),
  decideRun: route({
    method: "post",
    path: "/api/runs/:id/decide",
    access: "member",
    summary: "Say of a step whose answer was lost whether it happened; it is then taken as done, or sent",
    params: z.object({ id: runId }),
    body: Decision,
    answer: z.object({ ok: z.literal(true) }),
  }),
};
