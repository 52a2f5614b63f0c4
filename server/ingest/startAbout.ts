import type { Event } from "#shared/events/event.ts";
import type { Facts } from "#shared/events/facts.ts";
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
 * Starts a run for a conversation that no event of Intercom's starts: a person or the clock does. It stands in its
 * conversation's cell like any other, and is started once for the same id.
 */
export const startAbout =
  ({ runs, workspace, now, onStarted }: StartDeps) =>
  (run: { id: string; workflow: string; version: string }, trigger: string, topic: string, facts: Facts): void => {
    const { appId, actor } = workspace();
    const about = facts.conversation?.id ?? "";
    const subject = { kind: "conversation" as const, id: about };
    const event: Event = { id: run.id, key: run.id, topic, appId, at: now(), subject, actor: null, part: null, facts };
    runs.add({ ...run, cell: `${appId}:conversation:${about}`, start: { event, trigger, actor, startedAt: now() } });
    onStarted(run);
  };
