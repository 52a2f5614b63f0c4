import type { Event } from "#shared/events/event.ts";
import type { Facts } from "#shared/events/facts.ts";
import { byHandTopic } from "#shared/events/topics.ts";
import type { RunStore } from "../store/runs.ts";

export interface StartDeps {
  runs: RunStore;
  /** The workspace that is used now, and whom we act as in it. */
  workspace(): { appId: string; actor: string };
  now(): number;
  newId(): string;
  /** Told when it is on the disk. */
  onStarted(run: { id: string; workflow: string }): void;
}

/** Starts a run that a person asked for. It stands in its conversation's cell like any other. */
export const startByHand =
  ({ runs, workspace, now, newId, onStarted }: StartDeps) =>
  ({ workflow, version }: { workflow: string; version: string }, trigger: string, facts: Facts): string => {
    const { appId, actor } = workspace();
    const about = facts.conversation?.id ?? "";
    const id = `hand-${newId()}`;
    const event: Event = {
      id,
      key: id,
      topic: byHandTopic,
      appId,
      at: now(),
      subject: { kind: "conversation", id: about },
      actor: null,
      part: null,
      facts,
    };
    const run = { id: `${id}.${version}`, workflow, version, cell: `${appId}:conversation:${about}` };
    runs.add({ ...run, start: { event, trigger, actor, startedAt: now() } });
    onStarted(run);
    return run.id;
  };
