import { conversationAt, eventsIn } from "#shared/archive/eventsIn.ts";
import type { Past } from "#shared/archive/past.ts";
import { advance, begin } from "#shared/engine/advance.ts";
import type { CompiledWorkflow } from "#shared/engine/compile.ts";
import { givenAt } from "#shared/engine/givenAt.ts";
import type { Ask, RunStart, RunState } from "#shared/engine/runState.ts";
import type { LogEntry } from "#shared/engine/step.ts";
import { type Observe, waitEnd } from "#shared/engine/turn.ts";
import type { Event } from "#shared/events/event.ts";
import type { Conversation, Facts } from "#shared/events/facts.ts";
import { calledTopic } from "#shared/events/topics.ts";
import { text } from "#shared/language/text.ts";
import type { Json } from "#shared/nodes/define.ts";
import { isOwn, isRead, type Outcome } from "#shared/nodes/effect.ts";
import type { Prepared } from "./prepare.ts";

/** Why something about a replayed run is not known. */
export type Doubt =
  /** A condition decided by a value that is known only as it is today. */
  | "todays"
  /** What a service would have answered was assumed. */
  | "assumed"
  /** It went on after a step that the customer would have noticed: what followed in the past may not have followed. */
  | "altered"
  /** It still waited where what is known of the past ends. */
  | "unfinished";

/** What of a conversation an action would have changed, and to what. */
export type Changed = Partial<Pick<Conversation, "teamId" | "teammateId" | "state" | "priority" | "tags">>;

/** One thing a run would have done to the outside. */
export interface Act {
  node: string;
  /** Epoch milliseconds of the virtual clock. */
  at: number;
  /** Null where it changes nothing of the conversation that can be compared: a reply, a note. */
  changed: Changed | null;
  /** The talk might have gone on in another way before it: what followed in the past says nothing about it. */
  altered: boolean;
}

/** A run of the past: the same engine over the same drawing, answered by what is known and what is assumed. Nothing is sent. */
export interface Replay {
  start: RunStart;
  status: "done" | "failed" | "unfinished";
  state: RunState;
  acts: readonly Act[];
  doubts: ReadonlySet<Doubt>;
  /** Calls to the service that it would have made, with their instants: epoch milliseconds. */
  calls: readonly number[];
  /** As a live run's; only where it was asked for. */
  log: readonly LogEntry[];
}

export interface ReplayOptions {
  /** What is known of the past ends here, epoch milliseconds. */
  horizon: number;
  /** The newest version of another workflow that is run by this one; null where there is none. */
  callee(workflow: string): Prepared | null;
  observe?: Observe;
  /** Told of an action as it is planned, with where the run stands. */
  atAction?(node: string, state: RunState): void;
  /** Whether the log is wanted, from which a trace is made. */
  logged?: boolean;
}

/** The teammate that a simulation acts as: nobody there is. */
export const simulatedActor = "0";

/** A workflow that runs itself, through however many others, goes no deeper. */
const deepest = 8;

export function startOf(event: Event, trigger: string): RunStart {
  return { event, trigger, actor: simulatedActor, startedAt: event.at };
}

/** What a run that a past event started would have done. `place` is the event's among the moments of its conversation. */
export function replay(prepared: Prepared, past: Past, start: RunStart, place: number, options: ReplayOptions): Replay {
  return new Replaying(prepared, past, start, place, options, 0).run();
}

interface Answer {
  ask: Ask;
  outcome: Outcome;
}

const failed = (at: number, en: string, es: string): Outcome => ({
  ok: false,
  at,
  error: { what: text(en, es), todo: text("See the step.", "Mira el paso.") },
});

class Replaying {
  readonly doubts = new Set<Doubt>();
  readonly acts: Act[] = [];
  readonly calls: number[] = [];
  readonly log: LogEntry[] = [];
  readonly compiled: CompiledWorkflow;
  /** What the run itself has changed, to be put over whatever the past says from then on. */
  readonly changes: ((facts: Facts) => Facts)[] = [];
  readonly intended = new Map<number, number>();
  /** When the effect that was settled last was intended: from then on an event that is waited for counts. */
  since: number;
  altered = false;
  settled = 0;
  readonly prepared: Prepared;
  readonly past: Past;
  readonly start: RunStart;
  readonly place: number;
  readonly options: ReplayOptions;
  readonly depth: number;

  constructor(prepared: Prepared, past: Past, start: RunStart, place: number, options: ReplayOptions, depth: number) {
    this.prepared = prepared;
    this.compiled = prepared.compiled;
    this.past = past;
    this.start = start;
    this.place = place;
    this.options = options;
    this.depth = depth;
    this.since = start.startedAt;
  }

  run(): Replay {
    const { compiled, options } = this;
    let { state, asks } = advance(compiled, begin(compiled, this.start), null, options.observe);
    while (asks.length > 0) {
      for (const ask of asks) this.intend(ask, state);
      const acted = this.acts.length;
      const next = this.first(state, asks);
      if (!next) {
        this.doubts.add("unfinished");
        return this.replayed(state, "unfinished");
      }
      const before = state.facts.conversation;
      this.settle(next);
      ({ state, asks } = advance(compiled, state, { seq: next.ask.seq, outcome: next.outcome }, options.observe));
      const act = this.acts[acted];
      if (act) act.changed = changedBetween(before ?? null, state.facts.conversation ?? null);
    }
    return this.replayed(state, state.status === "failed" ? "failed" : "done");
  }

  replayed(state: RunState, status: Replay["status"]): Replay {
    const { start, acts, doubts, calls, log } = this;
    return { start, status, state, acts, doubts, calls, log };
  }

  intend({ seq, node, effect }: Ask, state: RunState): void {
    if (this.intended.has(seq)) return;
    this.intended.set(seq, state.now);
    this.options.atAction?.(node, state);
    if (this.options.logged)
      this.log.push({ seq, node, effect, intendedAt: state.now, outcome: null, settled: null, doubt: null });
  }

  settle({ ask, outcome }: Answer): void {
    this.since = this.intended.get(ask.seq) ?? this.since;
    const entry = this.options.logged && this.log.find(({ seq }) => seq === ask.seq);
    if (entry) Object.assign(entry, { outcome, settled: this.settled });
    this.settled += 1;
  }

  /** Of all a run waits for, what would have come first; null where nothing of it is known to have come. */
  first(state: RunState, asks: readonly Ask[]): Answer | null {
    let first: Answer | null = null;
    for (const ask of asks) {
      // What answers at once needs no look at what others wait for.
      const outcome = this.answer(state, ask);
      if (outcome && (!first || outcome.at < first.outcome.at)) first = { ask, outcome };
      if (outcome && outcome.at <= state.now) break;
    }
    if (first) this.note(state, first);
    return first;
  }

  /** Pure: how the effect would have ended, and when; null where that lies beyond what is known. */
  answer(state: RunState, ask: Ask): Outcome | null {
    const { effect } = ask;
    const { now } = state;
    if (isOwn(effect)) return this.simulated(state, ask);
    switch (effect.type) {
      case "delay":
        return this.at(effect.until, { ok: true, at: Math.max(now, effect.until), answer: null });
      case "wait": {
        const { token, node } = this.askedBy(state, ask);
        if (!token) return null;
        const topics = new Set(effect.topics);
        for (const { event } of eventsIn(this.past, topics, this.place)) {
          if (event.at < this.since) continue;
          if (effect.until !== null && event.at > effect.until) break;
          const answer = waitEnd(node, state, token, { ...event, facts: this.overlaid(event.facts) });
          if (answer !== null) return { ok: true, at: Math.max(now, event.at), answer };
        }
        if (effect.until === null) return null;
        return this.at(effect.until, {
          ok: true,
          at: Math.max(now, effect.until),
          answer: waitEnd(node, state, token, null),
        });
      }
      case "call":
        return this.called(state, effect);
      case "read":
        return { ok: true, at: now, answer: this.known(effect.scope, now) };
      case "request":
        return this.simulated(state, ask);
    }
  }

  /** The outcome, where its time is known to have come. */
  at(until: number, outcome: Outcome): Outcome | null {
    return until > this.options.horizon ? null : outcome;
  }

  askedBy(state: RunState, ask: Ask) {
    const token = state.tokens.find(({ asking }) => asking?.seq === ask.seq);
    const node = token && token.at !== null ? this.compiled.nodes[token.at] : undefined;
    return { token, node };
  }

  simulated(state: RunState, ask: Ask): Outcome {
    const { token, node } = this.askedBy(state, ask);
    const answer = token && node?.kind === "action" ? node.spec.simulate(givenAt(node, state, token)) : null;
    return { ok: true, at: state.now, answer };
  }

  /** What is known of a scope at an instant, with what the run has changed itself. */
  known(scope: "conversation" | "contact" | "company" | "ticket", at: number): Json {
    const { past } = this;
    const facts = this.overlaid({
      conversation: conversationAt(past, at),
      contact: past.contact,
      company: null,
      ticket: null,
    });
    return (facts[scope] ?? null) as Json;
  }

  overlaid(facts: Facts): Facts {
    return this.changes.reduce((known, change) => change(known), facts);
  }

  called(state: RunState, effect: { workflow: string; inputs: Record<string, unknown> }): Outcome {
    const callee = this.options.callee(effect.workflow);
    const trigger = callee?.ways.find(({ topics }) => topics.has(calledTopic))?.trigger;
    if (!callee || trigger === undefined || this.depth >= deepest)
      return failed(state.now, "The workflow it runs cannot be run.", "El flujo que ejecuta no se puede ejecutar.");
    const event: Event = {
      ...this.start.event,
      topic: calledTopic,
      at: state.now,
      facts: { ...state.facts, inputs: effect.inputs as NonNullable<Facts["inputs"]> },
    };
    const { observe: _, logged: __, atAction: ___, ...options } = this.options;
    const run = { ...startOf(event, trigger), startedAt: state.now };
    const inner = new Replaying(callee, this.past, run, this.place, options, this.depth + 1);
    const replayed = inner.run();
    for (const doubt of replayed.doubts) this.doubts.add(doubt);
    if (inner.altered) this.altered = true;
    this.calls.push(...replayed.calls);
    this.changes.push(...inner.changes);
    if (replayed.status !== "done")
      return failed(
        state.now,
        "The workflow it runs did not come to its end.",
        "El flujo que ejecuta no llegó a su fin.",
      );
    return { ok: true, at: replayed.state.now, answer: { ...replayed.state.answer } };
  }

  /** What an answer that was chosen means for what is known, and what it would have done. */
  note(state: RunState, { ask, outcome }: Answer): void {
    const { effect } = ask;
    const { token, node } = this.askedBy(state, ask);
    if ((effect.type === "wait" || effect.type === "delay" || effect.type === "read") && this.altered)
      this.doubts.add("altered");
    if (effect.type === "read" || effect.type === "request") this.calls.push(outcome.at);
    const looks = effect.type === "request" && isRead(effect);
    if (looks || isOwn(effect)) this.doubts.add("assumed");
    if (
      !token ||
      node?.kind !== "action" ||
      effect.type === "delay" ||
      effect.type === "wait" ||
      effect.type === "read"
    )
      return;
    if (looks || isOwn(effect)) return;
    this.acts.push({ node: node.id, at: outcome.at, changed: null, altered: this.altered });
    const { spec } = node;
    const { changes } = spec;
    if (changes) {
      const answered = outcome.ok ? [...token.answers, outcome.answer] : token.answers;
      const given = givenAt(node, state, { ...token, answers: answered });
      this.changes.push((facts) => changes(facts, given));
    }
    if (spec.altersTalk) this.altered = true;
  }
}

/** What of it can be compared with what teammates did. */
function changedBetween(before: Conversation | null, after: Conversation | null): Changed | null {
  if (!before || !after || before === after) return null;
  const changed: Changed = {};
  if (before.teamId !== after.teamId) changed.teamId = after.teamId;
  if (before.teammateId !== after.teammateId) changed.teammateId = after.teammateId;
  if (before.state !== after.state) changed.state = after.state;
  if (before.priority !== after.priority) changed.priority = after.priority;
  const added = after.tags.filter(({ id }) => !before.tags.some((tag) => tag.id === id));
  if (added.length > 0) changed.tags = added;
  return Object.keys(changed).length > 0 ? changed : null;
}
