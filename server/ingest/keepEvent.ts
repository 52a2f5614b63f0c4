import type { Match } from "#shared/engine/match.ts";
import type { Event } from "#shared/events/event.ts";
import { whoseFirst } from "#shared/workflow/once.ts";
import { catchUpStore } from "../store/catchUps.ts";
import type { Database } from "../store/database.ts";
import { eventStore, type Received } from "../store/events.ts";
import { firstTimeStore } from "../store/firstTimes.ts";
import { groupCommit } from "../store/groupCommit.ts";
import { type OwnWriteStore, ownWriteStore } from "../store/ownWrites.ts";
import { runStore } from "../store/runs.ts";

export interface KeepDeps {
  db: Database;
  /** Who an event starts among the workflows that are on. */
  match(event: Event): Match<{ workflow: string; version: string }>[];
  /** The id of the teammate we act as in that workspace. */
  actorIn(appId: string): string;
  now(): number;
  /** Told after the commit of every event that was not kept before, with the runs it started or woke. */
  onKept(event: Event, runs: readonly { id: string; workflow: string }[]): void;
  /** Looks at an event, so that it is known whom to blame if the process dies of it; and which are not to be looked at any more. */
  poison?: { duringEvent<T>(event: Event, act: () => T): T; isParked(event: Event): boolean };
  /** Told how long a commit took, its sync included, and of every event, kept now or kept already. */
  onCommit?(tookMs: number): void;
  onEvent?(isNew: boolean, caughtUp: boolean): void;
}

/**
 * An event that our own action caused starts nothing: a part written through the API in our teammate's name, or what follows a
 * write of ours within seconds where the event does not say who caused it. What the same teammate does by hand carries no app code.
 */
const isEcho = (event: Event, actor: string, writes: OwnWriteStore, receivedAt: number): boolean =>
  event.actor?.kind === "teammate" && event.actor.id === actor && (event.part?.appPackageCode ?? null) !== null
    ? true
    : (event.actor === null || event.actor.id === actor) && writes.caused(event, receivedAt);

/** Keeps an event and the runs it starts in one commit; resolves once it is on the disk, with false for a repeated delivery. */
export function createKeepEvent({
  db,
  match,
  actorIn,
  now,
  onKept,
  poison,
  onCommit,
  onEvent,
}: KeepDeps): (received: Received) => Promise<boolean> {
  const events = eventStore(db);
  const runs = runStore(db);
  const writes = ownWriteStore(db);
  const firsts = firstTimeStore(db);
  const { wasOn } = catchUpStore(db);

  /** What an event starts and wakes. */
  function look(received: Received): { id: string; workflow: string }[] {
    const { event } = received;
    const actor = actorIn(event.appId);
    const echo = isEcho(event, actor, writes, received.receivedAt);
    const cell = event.subject ? `${event.appId}:${event.subject.kind}:${event.subject.id}` : `event:${event.id}`;
    const isFirst = ({ workflow: { workflow }, once }: Match<{ workflow: string }>): boolean => {
      const whose = once && whoseFirst(event, once);
      return !once || !whose || firsts.take(workflow, once, whose);
    };
    // What was missed starts what was on by then, not what was turned on since.
    const starting = (echo ? [] : match(event))
      .filter(({ workflow: { workflow } }) => !received.caughtUp || wasOn(workflow, event.at))
      .filter(isFirst);
    const started = starting.map(({ workflow: { workflow, version }, trigger }) => {
      const run = { id: `${event.id}.${version}`, workflow, version, cell };
      runs.add({ ...run, start: { event, trigger, actor, startedAt: now() } });
      return run;
    });
    if (echo || started.length > 0) events.tell(event, { started: started.length, echo });
    const woken = echo ? [] : runs.deliver(cell, event, now());
    return [...started, ...woken];
  }

  const keep = groupCommit(
    db,
    (received: Received) => {
      const { event } = received;
      if (!events.add(received)) return null;
      if (!poison) return look(received);
      if (!poison.isParked(event)) return poison.duringEvent(event, () => look(received));
      events.park(event);
      return [];
    },
    onCommit,
  );
  return async (received) => {
    const started = await keep(received);
    onEvent?.(started !== null, received.caughtUp ?? false);
    if (started) onKept(received.event, started);
    return started !== null;
  };
}
