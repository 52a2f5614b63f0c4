import type { Match } from "#shared/engine/match.ts";
import type { RunState } from "#shared/engine/runState.ts";
import type { Event } from "#shared/events/event.ts";
import { failedTopic } from "#shared/events/topics.ts";
import type { RunRow, RunStore } from "../store/runs.ts";
import type { ShadowStore } from "../store/shadows.ts";
import type { WorkflowStore } from "../store/workflows.ts";

export interface FailureDeps {
  runs: RunStore;
  workflows: WorkflowStore;
  match(event: Event): Match<{ workflow: string; version: string }>[];
  shadowed: ShadowStore;
  /** Which workflows in Shadow are to decide on it. */
  shadows(event: Event): Match<{ workflow: string; version: string }>[];
  onShadowed(): void;
  now(): number;
}

/**
 * Starts what is on to deal with failures, for the same thing. Called before the failed run is ended, and once for it however
 * often it is called. What such a run fails at starts nothing more.
 */
export const startOnFailure =
  ({ runs, workflows, match, shadowed, shadows, onShadowed, now }: FailureDeps) =>
  (failed: RunRow, { facts, failure }: RunState): void => {
    if (failed.start.event.topic === failedTopic) return;
    const inputs = {
      workflow: workflows.get(failed.workflow)?.name ?? "",
      problem: [failure?.what.en ?? "", failure?.detail ?? ""].join(" ").trim(),
    };
    const id = `failed-${failed.id}`;
    const event: Event = {
      ...failed.start.event,
      id,
      key: id,
      topic: failedTopic,
      actor: null,
      part: null,
      facts: { ...facts, inputs },
    };
    const others = (matches: Match<{ workflow: string; version: string }>[]) =>
      matches
        .filter(({ workflow }) => workflow.workflow !== failed.workflow)
        .map(({ workflow: { workflow, version }, trigger }) => ({
          id: `${id}.${version}`,
          workflow,
          version,
          start: { ...failed.start, event, trigger, startedAt: now() },
        }));
    for (const run of others(match(event))) runs.add({ ...run, cell: failed.cell, bulk: failed.bulk });
    const deciding = others(shadows(event));
    for (const decision of deciding) shadowed.add(decision);
    if (deciding.length > 0) onShadowed();
  };
