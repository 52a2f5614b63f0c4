import type { Event, Subject } from "#shared/events/event.ts";
import type { Facts } from "#shared/events/facts.ts";
import { byHandTopic, scheduleTopic } from "#shared/events/topics.ts";
import { letsIn, type Standing } from "#shared/workflow/mode.ts";
import type { RunStore } from "../store/runs.ts";
import type { ShadowStore } from "../store/shadows.ts";

export interface StartDeps {
  runs: RunStore;
  shadows: ShadowStore;
  /** The workspace that is used now, and whom we act as in it. */
  workspace(): { appId: string; actor: string };
  now(): number;
  /** Told when it is on the disk. */
  onStarted(run: { id: string; workflow: string }): void;
  /** Told of what is only to be decided, in Shadow. */
  onShadowed(): void;
}

/** Which run is to be started. `standing` is what its workflow's mode says; by hand it does not matter. */
export interface ToStart {
  id: string;
  workflow: string;
  version: string;
  standing?: Standing;
}

/**
 * Starts a run that no event of Intercom's starts: a person, the clock or another tool does. It stands in the cell of what it
 * is about like any other (in one of its own where it is about nothing), and is started once for the same id. Of what the workflow's mode
 * lets in nothing, or only to be decided, no run is started.
 */
export const startAbout =
  ({ runs, shadows, workspace, now, onStarted, onShadowed }: StartDeps) =>
  (
    { standing, ...run }: ToStart,
    trigger: string,
    topic: string,
    facts: Facts,
    subject: Subject | null,
  ): "started" | "shadowed" | "out" => {
    const { appId, actor } = workspace();
    const cell = subject ? `${appId}:${subject.kind}:${subject.id}` : `event:${run.id}`;
    const event: Event = { id: run.id, key: run.id, topic, appId, at: now(), subject, actor: null, part: null, facts };
    const start = { event, trigger, actor, startedAt: now() };
    if (standing?.mode === "shadow") {
      shadows.add({ ...run, start });
      onShadowed();
      return "shadowed";
    }
    if (standing && !letsIn(standing, event)) return "out";
    // Of another tool's calls each is one thing that happens now; schedules and people may start hundreds at a time.
    const bulk = topic === scheduleTopic || topic === byHandTopic;
    runs.add({ ...run, cell, start, bulk });
    onStarted(run);
    return "started";
  };
