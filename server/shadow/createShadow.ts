import type { Raw } from "#shared/events/raw.ts";
import { unroll } from "#shared/archive/unroll.ts";
import type { Event } from "#shared/events/event.ts";
import type { Json, Registry } from "#shared/nodes/define.ts";
import type { ReadEffect } from "#shared/nodes/effect.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { prepare, type Prepared } from "../backtest/prepare.ts";
import type { Tried } from "../connections/failureOf.ts";
import type { DueShadow, Reads, ShadowStore } from "../store/shadows.ts";
import type { WorkflowStore } from "../store/workflows.ts";
import { compareNow, type DecideOptions, decideNow } from "./decide.ts";
import { readKey } from "./knownLive.ts";

export interface ShadowDeps {
  store: ShadowStore;
  workflows: Pick<WorkflowStore, "versionDocument" | "newestVersion">;
  registry: Registry;
  /** The workspace that is used now: only of its conversations something can be read. */
  appId(): string;
  /** What a workflow's read would be answered now. */
  read(effect: ReadEffect): Promise<Tried<{ fact: Json }>>;
  readWhole(id: string): Promise<Tried<{ conversation: Raw }>>;
  /** Epoch milliseconds. */
  now(): number;
  /** Does it in a transaction that others share; resolves once it is on the disk. */
  commit(work: () => void): Promise<void>;
  /** Told of a decision by which something would have been done, in the commit that keeps it. */
  onDecided(id: string, event: Event): void;
  /** Told of a workflow of which something was decided or compared. */
  onChange(workflow: string): void;
  onTrouble(error: unknown): void;
}

const lookEveryMs = 10_000;
/** So many between two looks at what is due; everything else has its turn then. */
const atOnce = 10;
/** Drawings that are kept ready. */
const mostReady = 100;
/** Between two conversations that are read whole, so that what happens live has the room. */
const pauseMs = 100;
/** Teammates have so long before it counts what they have done. */
const dayMs = 24 * 3_600_000;
/** A workflow that still waits is looked at again each day, so long. */
const longestMs = 7 * dayMs;
/** What could not be done is tried again after this, longer each time. */
const againMs = 60_000;
const mostTries = 10;
const closedTopic = "conversation.admin.closed";

/**
 * Decides what workflows in Shadow would have done about live events, and compares it later with what teammates did. It can only read: it
 * has nothing by which anything could be sent. Everything that is to be done stands in the database until it is.
 */
export function createShadow(deps: ShadowDeps) {
  const { store, workflows, registry, now } = deps;
  const ready = new Map<string, Prepared>();
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> | null = null;
  let again = false;
  let running = false;

  function preparedAs(version: string, document: WorkflowDocument): Prepared {
    const known = ready.get(version) ?? prepare(document, registry);
    const [oldest] = ready.keys();
    if (ready.size >= mostReady && oldest !== undefined) ready.delete(oldest);
    ready.set(version, known);
    return known;
  }

  function optionsFor({ version }: DueShadow): DecideOptions {
    const document = ready.has(version) ? null : workflows.versionDocument(version);
    const prepared = document ? preparedAs(version, document) : ready.get(version);
    if (!prepared) throw new Error(`version ${version} does not exist`);
    return {
      prepared,
      callee(workflow) {
        const newest = workflows.newestVersion(workflow);
        return newest && preparedAs(`${workflow}.${newest.number}`, newest.document);
      },
    };
  }

  /** It cannot be done now: later, or never after so many times. */
  const putOff = ({ id, tries }: DueShadow): Promise<void> =>
    postpone(id, tries + 1 >= mostTries ? null : now() + againMs * 2 ** tries);
  const postpone = (id: string, dueAt: number | null) => deps.commit(() => store.postpone(id, dueAt));

  /** Tries, reads what that lacks, and tries again; null where something cannot be read now. */
  async function withReads<D>(
    due: DueShadow,
    attempt: (reads: Reads) => { lacks: ReadEffect[] } | { decided: D },
  ): Promise<D | null> {
    const reads = { ...due.reads };
    for (;;) {
      const tried = attempt(reads);
      if ("decided" in tried) return tried.decided;
      for (const effect of tried.lacks) {
        const read = await deps.read(effect);
        if (!read.ok) return null;
        reads[readKey(effect)] = read.fact;
      }
    }
  }

  async function decide(due: DueShadow): Promise<void> {
    const options = optionsFor(due);
    const decided = await withReads(due, (reads) => decideNow({ start: due.start, reads }, options));
    if (!decided) return putOff(due);
    const acts = decided.acts.length > 0;
    const mayChange = decided.verdict === null && (decided.outcome === "waits" || acts);
    const isCompared = due.start.event.subject?.kind === "conversation" && mayChange;
    // What is about no conversation has no team that could have done the same.
    const verdict = !isCompared && acts ? "incomparable" : decided.verdict;
    const dueAt = isCompared ? due.at + dayMs : null;
    await deps.commit(() => {
      store.judge(due.id, { ...decided, verdict, dueAt });
      if (acts) deps.onDecided(due.id, due.start.event);
    });
  }

  async function compare(due: DueShadow): Promise<void> {
    const { subject } = due.start.event;
    if (!subject) return postpone(due.id, null);
    const whole = await deps.readWhole(subject.id);
    if (!whole.ok) return whole.status === 404 ? postpone(due.id, null) : putOff(due);
    const at = now();
    const unrolled = unroll(whole.conversation, undefined, at);
    if (unrolled.outcome === "refused") return postpone(due.id, null);
    const { past } = unrolled;
    const isOver = past.last.state === "closed" || at >= due.at + dayMs;
    const options = optionsFor(due);
    const compared = await withReads(due, (reads) =>
      compareNow({ start: due.start, reads }, past, { at, isOver }, options),
    );
    if (!compared) return putOff(due);
    const isWaiting = compared.outcome === "waits" && at < due.at + longestMs;
    const dueAt = !isOver ? due.at + dayMs : isWaiting ? at + dayMs : null;
    await deps.commit(() => store.judge(due.id, { ...compared, dueAt }));
    await new Promise((later) => setTimeout(later, pauseMs));
  }

  /** One that cannot be seen to now holds up no other. */
  const orLater = (due: DueShadow, work: (due: DueShadow) => Promise<void>): Promise<void> =>
    work(due).catch((error: unknown) => {
      deps.onTrouble(error);
      return putOff(due);
    });

  async function goThrough(): Promise<void> {
    const changed = new Set<string>();
    do {
      again = false;
      const lot = store.due(deps.appId(), now(), atOnce);
      for (const { workflow } of lot) changed.add(workflow);
      again ||= lot.length > 0;
      await Promise.all(lot.filter(({ outcome }) => outcome === null).map((due) => orLater(due, decide)));
      for (const due of lot) if (due.outcome !== null && running) await orLater(due, compare);
      for (const workflow of changed) deps.onChange(workflow);
      changed.clear();
      await new Promise((later) => setImmediate(later));
    } while (again && running);
  }

  function tick(): void {
    again = true;
    if (!running || working) return;
    working = goThrough()
      .catch(deps.onTrouble)
      .finally(() => {
        working = null;
        if (again) tick();
      });
  }

  return {
    start(): void {
      running = true;
      timer = setInterval(tick, lookEveryMs);
      tick();
    },
    /** There is something to be decided; also called inside the transaction that keeps it. */
    nudge: (): void => void setImmediate(tick),
    /** A conversation that was closed is compared now: teammates are done with it. */
    heard({ topic, subject }: Event): void {
      if (topic === closedTopic && subject && store.hurryAbout(subject, now()) > 0) tick();
    },
    /** Compares all of a workflow's that are not finally known; how many. */
    compare(workflow: string): number {
      const comparing = store.hurry(workflow, now());
      tick();
      return comparing;
    },
    async stop(): Promise<void> {
      running = false;
      if (timer) clearInterval(timer);
      await working;
    },
  };
}

export type Shadow = ReturnType<typeof createShadow>;
