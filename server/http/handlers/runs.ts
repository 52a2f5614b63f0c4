import type { RunStatus } from "#shared/api/runs.ts";
import { trace } from "#shared/engine/trace.ts";
import { shorten, text } from "#shared/language/text.ts";
import { wakeCaller } from "../../driver/handleRun.ts";
import type { ListedRun } from "../../store/runs.ts";
import type { Handlers } from "../mount.ts";
import { notFound } from "../problems.ts";
import type { Services } from "./services.ts";

type Names = "listRuns" | "getRun" | "stopRun";

const iso = (at: number): string => new Date(at).toISOString();

const statusOf = ({ status, asleep }: ListedRun): RunStatus =>
  status === "going" ? (asleep ? "waiting" : "running") : status;

/** A run about nothing of Intercom's is known by the first values it was given. */
const givenTo = ({ event }: ListedRun["start"]): string =>
  shorten(
    Object.values(event.facts.inputs ?? {})
      .filter((value) => value !== null)
      .map(String)
      .join(", ")
      .replaceAll(/\s+/g, " "),
    80,
  );

/** Who it concerns and the first words; of a ticket its number and title. */
function titleOf({ start }: ListedRun): string {
  const { message, contact, company, ticket } = start.event.facts;
  if (start.event.subject?.kind === "ticket" && ticket) return `#${ticket.number} ${ticket.title}`.trim();
  const who = message?.authorName || contact?.name || contact?.email || company?.name || "";
  const words = shorten((message?.text ?? "").replaceAll(/\s+/g, " ").trim(), 80);
  return [who, words].filter((part) => part !== "").join(": ") || givenTo(start);
}

const summaryOf = (run: ListedRun) => ({
  id: run.id,
  workflow: { id: run.workflow, name: run.workflowName },
  version: run.versionNumber,
  subject: run.start.event.subject,
  title: titleOf(run),
  status: statusOf(run),
  reason: run.reason,
  startedAt: iso(run.startedAt),
  endedAt: run.endedAt === null ? null : iso(run.endedAt),
  durationMs: run.endedAt === null ? null : run.endedAt - run.startedAt,
  wakesAt: run.wakesAt === null ? null : iso(run.wakesAt),
});

const stoppedByPerson = text("Stopped by hand.", "Detenida a mano.");

export const runHandlers = ({ runs, workflows, live, hub, driver, now }: Services): Pick<Handlers, Names> => ({
  listRuns({ query }) {
    const { workflow, status, conversation, before, limit } = query;
    const rows = runs.list({ workflow, status, subject: conversation, before, limit: limit + 1 });
    return { runs: rows.slice(0, limit).map(summaryOf), more: rows.length > limit };
  },
  getRun({ params }) {
    const run = runs.listed(params.id);
    const document = run ? workflows.versionDocument(run.version) : null;
    if (!run || !document) throw notFound();
    return {
      ...summaryOf(run),
      ...runs.neighbours(run),
      document,
      event: run.start.event,
      steps: trace(live.compiled(run.version), run.start, runs.journal(run.id)),
    };
  },
  stopRun({ params }) {
    const run = runs.get(params.id);
    if (!run) throw notFound();
    if (runs.end(run.id, "stopped", now(), stoppedByPerson)) {
      hub.tell({ type: "run", id: run.id, workflow: run.workflow, status: "stopped" });
      wakeCaller(run.id, { runs, now });
      driver.nudge();
    }
    return { ok: true };
  },
});
