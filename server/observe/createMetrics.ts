import type { IncomingMessage, ServerResponse } from "node:http";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

export interface MetricsDeps {
  /** What waits its turn now, and since when the oldest of it. Instants are epoch milliseconds. */
  queue(): { due: number; since: number | null; running: number; waiting: number };
  /** How many calls Intercom still takes from us now; null where that is not known. */
  callsLeft(): number | null;
  now(): number;
}

/** Who sends events: Intercom, or another tool that calls a step's address; null for what people's screens ask. */
const senderOf = (url = ""): "intercom" | "tool" | null =>
  url.startsWith("/webhooks/") ? "intercom" : url.startsWith("/hooks/") ? "tool" : null;

const seconds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300];

/** Why an event was not taken, by the status its sender got. */
const reasons: Readonly<Record<number, string>> = {
  400: "unreadable",
  401: "not_proved",
  404: "unknown_address",
  413: "too_large",
  422: "not_a_notification",
  429: "too_many",
  503: "unavailable",
};

/**
 * Counts what happens, for Prometheus. Every label has a handful of values: no ids, no names. Counting costs less than a
 * microsecond; what has to be looked up is looked up when somebody asks.
 */
export function createMetrics({ queue, callsLeft, now }: MetricsDeps) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const received = new Counter({
    name: "switchboard_events_received_total",
    help: "Calls that came in, taken or not",
    labelNames: ["from"] as const,
    registers,
  });
  const refused = new Counter({
    name: "switchboard_events_refused_total",
    help: "Calls that were not taken, by why",
    labelNames: ["from", "reason"] as const,
    registers,
  });
  const kept = new Counter({
    name: "switchboard_events_kept_total",
    help: "Intercom's events that were kept: sent to us, or looked for after down-time",
    labelNames: ["how"] as const,
    registers,
  });
  const duplicate = new Counter({
    name: "switchboard_events_duplicate_total",
    help: "Intercom's events that were kept already",
    registers,
  });
  const started = new Counter({ name: "switchboard_runs_started_total", help: "Runs started", registers });
  const ended = new Counter({
    name: "switchboard_runs_ended_total",
    help: "Runs that ended, by outcome",
    labelNames: ["outcome"] as const,
    registers,
  });
  const steps = new Counter({
    name: "switchboard_steps_total",
    help: "Effects that have their outcome, by kind",
    labelNames: ["kind", "outcome"] as const,
    registers,
  });
  const firstStep = new Histogram({
    name: "switchboard_first_step_seconds",
    help: "From the start of a run to its first effect",
    buckets: seconds,
    registers,
  });
  const commits = new Histogram({
    name: "switchboard_commit_seconds",
    help: "Keeping what came in together, sync included",
    buckets: seconds,
    registers,
  });
  const due = new Gauge({
    name: "switchboard_due",
    help: "Conversations and the like in which a run is due and has no turn yet",
    registers,
    // The first of the three to be written out asks once for all.
    collect() {
      const at = queue();
      due.set(at.due);
      late.set(at.since === null ? 0 : Math.max(0, now() - at.since) / 1000);
      going.set({ state: "running" }, at.running);
      going.set({ state: "waiting" }, at.waiting);
    },
  });
  const late = new Gauge({
    name: "switchboard_due_age_seconds",
    help: "How long the oldest of them has been due",
    registers,
  });
  const going = new Gauge({
    name: "switchboard_runs",
    help: "Runs that have not ended",
    labelNames: ["state"] as const,
    registers,
  });
  const budget = new Gauge({
    name: "switchboard_calls_left",
    help: "Calls that Intercom still takes from us now, where that is known",
    registers,
    collect() {
      const left = callsLeft();
      if (left === null) budget.remove();
      else budget.set(left);
    },
  });

  return {
    contentType: registry.contentType,
    /** Everything, in Prometheus' text format. */
    text: (): Promise<string> => registry.metrics(),
    /** Counts a call that brings an event, and how it is answered. */
    onRequest({ method, url }: IncomingMessage, response: ServerResponse): void {
      const from = method === "POST" ? senderOf(url) : null;
      if (from === null) return;
      received.inc({ from });
      response.once("finish", () => {
        if (response.statusCode >= 400) refused.inc({ from, reason: reasons[response.statusCode] ?? "other" });
      });
    },
    /** An event of Intercom's was kept, or was kept already. */
    onEvent(isNew: boolean, caughtUp: boolean): void {
      if (isNew) kept.inc({ how: caughtUp ? "looked_for" : "sent" });
      else duplicate.inc();
    },
    onCommit: (tookMs: number): void => commits.observe(tookMs / 1000),
    onStarted: (): void => started.inc(),
    onEnded: (outcome: string): void => ended.inc({ outcome }),
    onStep: (kind: string, ok: boolean): void => steps.inc({ kind, outcome: ok ? "done" : "failed" }),
    onFirstStep: (waitedMs: number): void => firstStep.observe(Math.max(0, waitedMs) / 1000),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
