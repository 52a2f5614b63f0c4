import type { Text } from "#shared/language/text.ts";
import { missedIn } from "#shared/events/missedIn.ts";
import type { Raw } from "#shared/events/raw.ts";
import { readNotification } from "#shared/events/readNotification.ts";
import type { Tried } from "../connections/failureOf.ts";
import type { CatchUp, CatchUpStore } from "../store/catchUps.ts";
import type { Received } from "../store/events.ts";

export interface CatchUpDeps {
  store: CatchUpStore;
  /** The workspace that is used now, and whom we act as in it. */
  workspace(): { appId: string; actor: string };
  /** Ids of conversations that changed since an instant. */
  readChanged(since: number): Promise<Tried<{ ids: string[] }>>;
  readWhole(id: string): Promise<Tried<{ conversation: Raw }>>;
  /** What workflows listen to; nothing else is made up for. */
  topics(): readonly string[];
  /** False for what is kept already. */
  keep(received: Received): Promise<boolean>;
  now(): number;
  onTrouble(error: unknown): void;
  /** Told when it begins and ends. */
  onChange(): void;
}

/** How it stands with missed events. */
export interface CatchUpState {
  looking: boolean;
  last: CatchUp | null;
  /** Why the last look was broken off. */
  trouble: Text | null;
}

const hourMs = 3_600_000;
/** Events are not told in order, and clocks differ. */
const marginMs = 300_000;
/** A person who looks does not trust what came; a server that starts takes up where it left off, within a week. */
const atLeastMs = 24 * hourMs;
const atMostMs = 7 * 24 * hourMs;
/** Between two conversations, so that what happens live has the room. */
const pauseMs = 100;
/** Where a notification has no key of its own, one of the same kind about then is the same. */
const sameMs = 60_000;

/**
 * Looks in Intercom for what happened while its notifications did not reach us, and keeps it as if they had: by the same keys, so
 * that nothing counts twice.
 */
export function createCatchUp(deps: CatchUpDeps) {
  const { store, workspace, now } = deps;
  // What comes from now on must not hide that nothing came before.
  const heardBefore = store.lastHeard(workspace().appId);
  let working: Promise<void> | null = null;
  let stopped = false;
  let trouble: Text | null = null;

  async function keepMissed(conversation: Raw, since: number): Promise<number> {
    const { appId, actor } = workspace();
    const topics = new Set(deps.topics());
    let found = 0;
    for (const body of missedIn(conversation, appId, since)) {
      const notification = readNotification(body);
      if (notification.outcome === "refused" || !topics.has(notification.event.topic)) continue;
      const { event, known } = notification;
      const isKeyed = event.key !== event.id;
      // Without a part nothing says that it was our own doing but whose it was.
      if (!isKeyed && event.actor?.id === actor) continue;
      const { subject, topic, at } = event;
      if (!isKeyed && subject && store.hasHeard(subject.kind, subject.id, topic, at, sameMs)) continue;
      const received = { event, known, body: JSON.stringify(body), receivedAt: now(), caughtUp: true };
      if (await deps.keep(received)) found += 1;
    }
    return found;
  }

  async function look(since: number): Promise<void> {
    const { appId } = workspace();
    store.begin(appId, since);
    deps.onChange();
    const changed = await deps.readChanged(since);
    trouble = changed.ok ? null : changed.what;
    if (!changed.ok) return;
    let found = 0;
    for (const id of changed.ids) {
      // The rest is looked for at the next start, from the same instant.
      if (stopped || workspace().appId !== appId) return;
      const read = await deps.readWhole(id);
      if (read.ok) found += await keepMissed(read.conversation, since);
      else if (read.status !== 404) {
        trouble = read.what;
        return;
      }
      await new Promise((later) => setTimeout(later, pauseMs));
    }
    store.end(appId, now(), found);
  }

  function begin(since: number): void {
    working ??= look(Math.max(since, now() - atMostMs))
      .catch(deps.onTrouble)
      .finally(() => {
        working = null;
        deps.onChange();
      });
  }

  return {
    /** From the last event that came, or from where a look was broken off; does nothing where none ever came. */
    start(): void {
      const last = store.last(workspace().appId);
      const open = last && last.endedAt === null ? last.since : null;
      const since = heardBefore === null ? open : Math.min(heardBefore - marginMs, open ?? Infinity);
      if (since !== null) begin(since);
    },
    /** Because a person asks: at least through the last day, but never what happened before the first event came. */
    look(): void {
      const { appId } = workspace();
      const since = Math.min((store.lastHeard(appId) ?? now()) - marginMs, now() - atLeastMs);
      begin(Math.max(since, store.firstHeard(appId) ?? now()));
    },
    state: (): CatchUpState => ({ looking: working !== null, last: store.last(workspace().appId), trouble }),
    async stop(): Promise<void> {
      stopped = true;
      await working;
    },
  };
}

export type CatchingUp = ReturnType<typeof createCatchUp>;
