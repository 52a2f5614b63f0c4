import type { RunState } from "#shared/engine/runState.ts";
import type { Event } from "#shared/events/event.ts";
import { failedTopic } from "#shared/events/topics.ts";
import type { RunRow } from "../store/runs.ts";
import type { WorkflowStore } from "../store/workflows.ts";
import { type MatchingDeps, startMatching } from "./startMatching.ts";

export interface FailureDeps extends MatchingDeps {
  workflows: Pick<WorkflowStore, "get">;
}

/**
 * Starts what is on to deal with failures, for the same thing. Called before the failed run is ended, and once for it however
 * often it is called. What such a run fails at starts nothing more.
 */
export const startOnFailure = ({ workflows, ...deps }: FailureDeps) => {
  const start = startMatching(deps);
  return (failed: RunRow, { facts, failure }: RunState): void => {
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
    start(event, { ...failed, except: new Set([failed.workflow]) });
  };
};
