import type { Event, Subject } from "#shared/events/event.ts";
import type { Facts } from "#shared/events/facts.ts";
import { byHandTopic, scheduleTopic } from "#shared/events/topics.ts";
import type { RunStore } from "../store/runs.ts";

export interface StartDeps {
  runs: RunStore;
  /** The workspace that is used now, and whom we act as in it. */
  workspace(): { appId: string; actor: string };
  now(): number;
  /** Told when it is on the disk. */
  onStarted(run: { id: string; workflow: string }): void;
}

/**
 * Starts a run that no event of Intercom's starts: a person, the clock or another tool does. It stands in the cell of what it
 * is about like any other (in one of its own where it is about nothing), and is started once for the same id.
 */
export const startAbout =
  ({ runs, workspace, now, onStarted }: StartDeps) =>
  (
    run: { id: string; workflow: string; version: string },
    trigger: string,
    topic: string,
    facts: Facts,
    subject: Subject | null,
  ): void => {
    const { appId, actor } = workspace();
    const cell = subject ? `${appId}:${subject.kind}:${subject.id}` : `event:${run.id}`;
    const event: Event = { id: run.id, key: run.id, topic, appId, at: now(), subject, actor: null, part: null, facts };
    // Of another tool's calls each is one thing that happens now; schedules and people may start hundreds at a time.
    const bulk = topic === scheduleTopic || topic === byHandTopic;
    runs.add({ ...run, cell, start: { event, trigger, actor, startedAt: now() }, bulk });
    onStarted(run);
  };
