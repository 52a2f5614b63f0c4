import type { RunStatus } from "#shared/api/runs.ts";
import { trace } from "#shared/engine/trace.ts";
import { text } from "#shared/language/text.ts";
import { wakeCaller } from "../../driver/goOn.ts";
import type { ListedRun } from "../../store/runs.ts";
import type { Handlers } from "../mount.ts";
import { notFound } from "../problems.ts";
import type { Services } from "./services.ts";

type Names = "listRuns" | "getRun" | "stopRun" | "decideRun";

const iso = (at: number): string => new Date(at).toISOString();

/** What the screen calls it. */
export const runStatusOf = ({ status, asleep, parked }: ListedRun): RunStatus => {
  if (status !== "going") return status;
  if (parked > 0) return "parked";
  return asleep ? "waiting" : "running";
};

const summaryOf = (run: ListedRun) => ({
  id: run.id,
  workflow: { id: run.workflow, name: run.workflowName },
  version: run.versionNumber,
  subject: run.subject,
  title: run.title,
  status: runStatusOf(run),
  reason: run.reason,
  startedAt: iso(run.startedAt),
  endedAt: run.endedAt === null ? null : iso(run.endedAt),
  durationMs: run.endedAt === null ? null : run.endedAt - run.startedAt,
  wakesAt: run.wakesAt === null ? null : iso(run.wakesAt),
  removedAfterDays: run.trimmedAfterDays,
});

const stoppedByPerson = text("Stopped by hand.", "Detenida a mano.");

export const runHandlers = ({
  runs,
  workflows,
  live,
  hub,
  driver,
  isSetAside,
  now,
}: Services): Pick<Handlers, Names> => ({
  listRuns({ query }) {
    const { workflow, status, conversation, before, limit } = query;
    const rows = runs.list({ workflow, status, subject: conversation, before, limit: limit + 1 });
    return { runs: rows.slice(0, limit).map(summaryOf), more: rows.length > limit };
  },
  getRun({ params }) {
    const run = runs.listed(params.id);
    const document = run ? workflows.versionDocument(run.version) : null;
    if (!run || !document) throw notFound();
    const start = runs.get(run.id)?.start ?? null;
    return {
      ...summaryOf(run),
      ...runs.neighbours(run),
      document,
      event: start?.event ?? null,
      steps: start && !isSetAside(run.id) ? trace(live.compiled(run.version), start, runs.log.of(run.id)) : [],
    };
  },
  stopRun({ params }) {
    const run = runs.get(params.id);
    if (!run) throw notFound();
    if (runs.end(run.id, "stopped", now(), stoppedByPerson)) {
      hub.tell({ type: "run", id: run.id, workflow: run.workflow, status: "stopped" });
      wakeCaller(run.id, runs, now());
      driver.nudge();
    }
    return { ok: true };
  },
  decideRun({ params, body }) {
    const run = runs.get(params.id);
    if (!run) throw notFound();
    if (runs.decide(run.id, body.seq, body.happened, now())) {
      hub.tell({ type: "run", id: run.id, workflow: run.workflow, status: "running" });
      driver.nudge();
    }
    return { ok: true };
  },
});
