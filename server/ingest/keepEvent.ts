import type { Match } from "#shared/engine/match.ts";
import type { Event } from "#shared/events/event.ts";
import type { Database } from "../store/database.ts";
import { eventStore, type Received } from "../store/events.ts";
import { groupCommit } from "../store/groupCommit.ts";
import { runStore } from "../store/runs.ts";

export interface KeepDeps {
  db: Database;
  /** Who an event starts among the workflows that are on; `workflow` is known by its version. */
  match(event: Event): Match<{ version: string }>[];
  /** The id of the teammate we act as in that workspace. */
  actorIn(appId: string): string;
  now(): number;
  /** Told after the commit, where runs were started. */
  onRuns(): void;
}

/**
 * An event that our own action caused starts nothing: a part written through the API in our teammate's name. What the same
 * teammate does by hand carries no app code.
 */
const isEcho = (event: Event, actor: string): boolean =>
  event.actor?.kind === "teammate" && event.actor.id === actor && (event.part?.appPackageCode ?? null) !== null;

/** Keeps an event and the runs it starts in one commit; resolves once it is on the disk, with false for a repeated delivery. */
export function createKeepEvent({
  db,
  match,
  actorIn,
  now,
  onRuns,
}: KeepDeps): (received: Received) => Promise<boolean> {
  const events = eventStore(db);
  const runs = runStore(db);
  const keep = groupCommit(db, (received: Received) => {
    if (!events.add(received)) return { fresh: false, started: 0 };
    const { event } = received;
    const actor = actorIn(event.appId);
    if (isEcho(event, actor)) return { fresh: true, started: 0 };
    const matches = match(event);
    const cell = event.subject ? `${event.appId}:${event.subject.kind}:${event.subject.id}` : `event:${event.id}`;
    for (const { workflow, trigger } of matches) {
      const start = { event, trigger, actor, startedAt: now() };
      runs.add({ id: `${event.id}.${workflow.version}`, cell, version: workflow.version, start });
    }
    return { fresh: true, started: matches.length };
  });
  return async (received) => {
    const { fresh, started } = await keep(received);
    if (started > 0) onRuns();
    return fresh;
  };
}
