import type { Match } from "#shared/engine/match.ts";
import type { Event } from "#shared/events/event.ts";
import { whoseFirst } from "#shared/workflow/once.ts";
import { boundary } from "../store/boundary.ts";
import { catchUpStore } from "../store/catchUps.ts";
import type { Database } from "../store/database.ts";
import { eventStore, type Received } from "../store/events.ts";
import { firstTimeStore } from "../store/firstTimes.ts";
import { groupCommit } from "../store/groupCommit.ts";
import { type OwnWriteStore, ownWriteStore } from "../store/ownWrites.ts";
import { runStore } from "../store/runs.ts";
import { saidLatelyStore } from "../store/saidLately.ts";
import { shadowStore } from "../store/shadows.ts";
import { createBreaker } from "./createBreaker.ts";

export interface KeepDeps {
  db: Database;
  /** Whom an event starts. */
  match(event: Event): Match<{ workflow: string; version: string }>[];
  /** Which workflows in Shadow are to decide on it. */
  shadows?(event: Event): Match<{ workflow: string; version: string }>[];
  /** The id of the teammate we act as in that workspace. */
  actorIn(appId: string): string;
  now(): number;
  /** Told after the commit of every event that was not kept before, with the runs it started or woke. */
  onKept(event: Event, runs: readonly { id: string; workflow: string }[]): void;
  /** Told inside that commit of something that is to be decided in Shadow. */
  onShadowed?(): void;
  /** Told inside that commit of a workflow that has run away and is paused. */
  onPaused?(workflow: string): void;
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

const cellOf = ({ appId, subject, id }: Event): string =>
  subject ? `${appId}:${subject.kind}:${subject.id}` : `event:${id}`;

/** Keeps an event and the runs it starts in one commit; resolves once it is on the disk, with false for a repeated delivery. */
export function createKeepEvent({
  db,
  match,
  shadows = () => [],
  actorIn,
  now,
  onKept,
  onShadowed = () => undefined,
  onPaused = () => undefined,
  poison,
  onCommit,
  onEvent,
}: KeepDeps): (received: Received) => Promise<boolean> {
  const events = eventStore(db);
  const runs = runStore(db);
  const writes = ownWriteStore(db);
  const firsts = firstTimeStore(db);
  const { wasOn } = catchUpStore(db);
  const shadowed = shadowStore(db);
  const breaker = createBreaker(db, onPaused);
  const said = saidLatelyStore(db);

  /** A message that says what was said before is automatic, though nothing in itself tells. */
  function withRepeated({ event, receivedAt }: Received): Event {
    const { message } = event.facts;
    const again = event.topic.endsWith(".replied") && message && said.repeats(cellOf(event), message, receivedAt);
    return again ? { ...event, facts: { ...event.facts, message: { ...message, automatic: true } } } : event;
  }

  /** What an event starts and wakes. */
  function look(received: Received, event: Event): { id: string; workflow: string }[] {
    const actor = actorIn(event.appId);
    const echo = isEcho(event, actor, writes, received.receivedAt);
    const cell = cellOf(event);
    /** @param counting as whom it has its first time: what is only decided takes none away from what starts. */
    const isFirst = ({ once }: Match<unknown>, counting: string): boolean => {
      const whose = once && whoseFirst(event, once);
      return !once || !whose || firsts.take(counting, once, whose);
    };
    // What was missed starts what was on by then, not what was turned on since.
    const wasListening = ({ workflow: { workflow } }: Match<{ workflow: string }>): boolean =>
      !received.caughtUp || wasOn(workflow, event.at);
    const starting = (echo ? [] : match(event))
      .filter(wasListening)
      .filter((each) => isFirst(each, each.workflow.workflow));
    const deciding = (echo ? [] : shadows(event))
      .filter(wasListening)
      .filter((each) => isFirst(each, `shadow:${each.workflow.workflow}`));
    for (const { workflow, trigger } of deciding) {
      const { workflow: id, version } = workflow;
      const start = { event, trigger, actor, startedAt: now() };
      shadowed.add({ id: `${event.id}.${version}`, workflow: id, version, start });
    }
    if (deciding.length > 0) onShadowed();
    const depth = breaker.depthOf(event);
    const started = starting.flatMap(({ workflow: { workflow, version }, trigger }) => {
      // However much was missed, it is made up for.
      const verdict = received.caughtUp
        ? ({ outcome: "start" } as const)
        : breaker.mayStart(workflow, event.subject && cell, depth, received.receivedAt);
      if (verdict.outcome === "drop") return [];
      const run = { id: `${event.id}.${version}`, workflow, version, cell, bulk: received.caughtUp === true };
      runs.add({ ...run, start: { event, trigger, actor, startedAt: now(), depth } });
      if (verdict.outcome === "refuse") runs.end(run.id, "failed", now(), verdict.why);
      return [run];
    });
    if (echo || started.length > 0) events.tell(event, { started: started.length, echo });
    const woken = echo ? [] : runs.deliver(cell, event, now());
    return [...started, ...woken];
  }

  const keep = groupCommit(
    db,
    (received: Received) => {
      if (!events.add(received)) return null;
      const event = withRepeated(received);
      if (!poison) return look(received, event);
      if (!poison.isParked(event)) return poison.duringEvent(event, () => look(received, event));
      events.park(event);
      return [];
    },
    onCommit,
  );
  return async (received) => {
    boundary("event arrived");
    const started = await keep(received);
    boundary("event kept");
    onEvent?.(started !== null, received.caughtUp ?? false);
    if (started) onKept(received.event, started);
    return started !== null;
  };
}
