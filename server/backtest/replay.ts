import type { Past } from "#shared/archive/past.ts";
import { advance, begin } from "#shared/engine/advance.ts";
import { givenAt } from "#shared/engine/givenAt.ts";
import type { CompiledNode } from "#shared/engine/compile.ts";
import type { Ask, RunStart, RunState, Token } from "#shared/engine/runState.ts";
import type { LogEntry } from "#shared/engine/step.ts";
import { type Observe, waitEnd } from "#shared/engine/turn.ts";
import type { Event } from "#shared/events/event.ts";
import type { Conversation, Facts } from "#shared/events/facts.ts";
import { calledTopic } from "#shared/events/topics.ts";
import { text } from "#shared/language/text.ts";
import type { Json } from "#shared/nodes/define.ts";
import { type CallEffect, isOwn, isRead, type Outcome, type ReadEffect } from "#shared/nodes/effect.ts";
import { type Known, knownFrom } from "./known.ts";
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
  /** The kind of step that did it: where `node` runs another workflow, a step of that one. */
  type: string;
  /** Epoch milliseconds of the virtual clock. */
  readonly at: number;
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
export const replay = (
  prepared: Prepared,
  past: Past,
  start: RunStart,
  place: number,
  options: ReplayOptions,
): Replay => replayFrom(prepared, knownFrom(past, place), start, options);

/** The same for a run of which other things are known. It ends unfinished where it asks for what is not known. */
export function replayFrom(prepared: Prepared, known: Known, start: RunStart, options: ReplayOptions): Replay {
  const replaying = new Replaying(prepared, known, start, options);
  while (replaying.due() !== null) replaying.step();
  return replaying.replayed();
}

/** What runs have changed themselves, when (epoch milliseconds): to be put over whatever the past says from then on. */
export type OwnChanges = { at: number; change: (facts: Facts) => Facts }[];

export const overlaid = (changes: OwnChanges, facts: Facts, at: number): Facts =>
  changes.reduce((known, own) => (own.at <= at ? own.change(known) : known), facts);

/** What was asked for, by whom. */
interface Asked {
  ask: Ask;
  token: Token | undefined;
  node: CompiledNode | undefined;
}
interface Answer extends Asked {
  outcome: Outcome;
}

const noDoubts: ReadonlySet<Doubt> = new Set();

const failed = (at: number, en: string, es: string): Outcome => ({
  ok: false,
  at,
  error: { what: text(en, es), todo: text("See the step.", "Mira el paso.") },
});

/** One run of the past, a step at a time, so that several in one conversation go side by side. */
export class Replaying {
  doubts = noDoubts;
  readonly acts: Act[] = [];
  readonly calls: number[] = [];
  readonly log: LogEntry[] = [];
  /** By the number of what was asked for. */
  readonly intended: number[] = [];
  /** When the effect that was settled last was intended: from then on an event that is waited for counts. */
  since: number;
  altered = false;
  settled = 0;
  state: RunState;
  asks: readonly Ask[];
  /** Runs of other workflows, by what asked for them. */
  inner: Map<number, Replaying> | null = null;
  /** What comes next, where that has been worked out. */
  next: Answer | null = null;
  readonly prepared: Prepared;
  readonly known: Known;
  readonly start: RunStart;
  readonly options: ReplayOptions;
  readonly changes: OwnChanges;
  readonly depth: number;

  /** @param changes of all runs of the conversation; this one adds its own. */
  constructor(
    prepared: Prepared,
    known: Known,
    start: RunStart,
    options: ReplayOptions,
    changes: OwnChanges = [],
    depth = 0,
  ) {
    this.prepared = prepared;
    this.known = known;
    this.start = start;
    this.options = options;
    this.changes = changes;
    this.depth = depth;
    this.since = start.startedAt;
    const { compiled } = prepared;
    ({ state: this.state, asks: this.asks } = advance(compiled, begin(compiled, start), null, options.observe));
  }

  /** When its next effect ends; null where it has ended itself, or what it waits for is not known to have come. */
  due(): number | null {
    for (const ask of this.asks) this.intend(ask, this.state);
    this.next = this.asks.length > 0 ? this.first(this.state, this.asks) : null;
    return this.next?.outcome.at ?? null;
  }

  /** Lets that effect end, and goes on to the next. */
  step(): void {
    const { next, state: before, options } = this;
    if (!next) return;
    this.next = null;
    const act = this.note(before, next);
    this.settle(next);
    const answered = { seq: next.ask.seq, outcome: next.outcome };
    ({ state: this.state, asks: this.asks } = advance(this.prepared.compiled, before, answered, options.observe));
    if (act) act.changed = changedBetween(before.facts.conversation ?? null, this.state.facts.conversation ?? null);
  }

  /** How it stands. To be asked once nothing is due any more. */
  replayed(): Replay {
    const isOver = this.asks.length === 0;
    if (!isOver) this.doubt("unfinished");
    const { start, state, acts, doubts, calls, log } = this;
    const status = !isOver ? "unfinished" : state.status === "failed" ? "failed" : "done";
    return { start, status, state, acts, doubts, calls, log };
  }

  /** Most runs are in no doubt at all: they share what is empty. */
  doubt(doubt: Doubt): void {
    if (!this.doubts.has(doubt)) this.doubts = new Set([...this.doubts, doubt]);
  }

  intend({ seq, node, effect }: Ask, state: RunState): void {
    if (this.intended[seq] !== undefined) return;
    this.intended[seq] = state.now;
    this.options.atAction?.(node, state);
    if (this.options.logged)
      this.log.push({ seq, node, effect, intendedAt: state.now, outcome: null, settled: null, doubt: null });
  }

  settle({ ask, outcome }: Answer): void {
    this.since = this.intended[ask.seq] ?? this.since;
    const entry = this.options.logged && this.log.find(({ seq }) => seq === ask.seq);
    if (entry) Object.assign(entry, { outcome, settled: this.settled });
    this.settled += 1;
  }

  /** Of all a run waits for, what would have come first; null where nothing of it is known to have come. */
  first(state: RunState, asks: readonly Ask[]): Answer | null {
    let first: Answer | null = null;
    for (const ask of asks) {
      // What answers at once needs no look at what others wait for.
      const asked = this.askedBy(state, ask);
      const outcome = this.answer(state, asked);
      if (outcome && (!first || outcome.at < first.outcome.at)) first = { ...asked, outcome };
      if (outcome && outcome.at <= state.now) break;
    }
    return first;
  }

  /** Pure: how the effect would have ended, and when; null where that lies beyond what is known. */
  answer(state: RunState, asked: Asked): Outcome | null {
    const { ask, token, node } = asked;
    const { effect } = ask;
    const { now } = state;
    if (isOwn(effect)) return this.simulated(state, asked);
    switch (effect.type) {
      case "delay":
        return this.at(effect.until, { ok: true, at: Math.max(now, effect.until), answer: null });
      case "wait": {
        if (!token) return null;
        const topics = new Set(effect.topics);
        for (const event of this.known.events(topics)) {
          if (event.at < this.since) continue;
          if (effect.until !== null && event.at > effect.until) break;
          const answer = waitEnd(node, state, token, {
            ...event,
            facts: overlaid(this.changes, event.facts, event.at),
          });
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
        return this.called(state, ask, effect);
      case "read": {
        const answer = this.read(effect, now);
        return answer === undefined ? null : { ok: true, at: now, answer };
      }
      case "request":
        return this.simulated(state, asked);
    }
  }

  /** The outcome, where its time is known to have come. */
  at(until: number, outcome: Outcome): Outcome | null {
    return until > this.options.horizon ? null : outcome;
  }

  askedBy(state: RunState, ask: Ask): Asked {
    const token = state.tokens.find(({ asking }) => asking?.seq === ask.seq);
    const node = token && token.at !== null ? this.prepared.compiled.nodes[token.at] : undefined;
    return { ask, token, node };
  }

  simulated(state: RunState, { token, node }: Asked): Outcome {
    const answer = token && node?.kind === "action" ? node.spec.simulate(givenAt(node, state, token)) : null;
    return { ok: true, at: state.now, answer };
  }

  /** What is known of something at an instant, with what was changed by runs themselves. */
  read(effect: ReadEffect, at: number): Json | undefined {
    const fact = this.known.read(effect, at);
    return fact && (overlaid(this.changes, { [effect.scope]: fact }, at)[effect.scope] as Json);
  }

  /** Runs another workflow to its end, once; null where that is not known. */
  called(state: RunState, { seq }: Ask, { workflow, inputs }: CallEffect): Outcome | null {
    const callee = this.options.callee(workflow);
    const trigger = callee?.ways.find(({ topics }) => topics.has(calledTopic))?.trigger;
    if (!callee || trigger === undefined || this.depth >= deepest)
      return failed(state.now, "The workflow it runs cannot be run.", "El flujo que ejecuta no se puede ejecutar.");
    let inner = this.inner?.get(seq);
    if (!inner) {
      const event: Event = {
        ...this.start.event,
        topic: calledTopic,
        at: state.now,
        facts: { ...state.facts, inputs },
      };
      const { observe: _, logged: __, atAction: ___, ...options } = this.options;
      const start = startOf(event, trigger);
      inner = new Replaying(callee, this.known, start, options, [...this.changes], this.depth + 1);
      while (inner.due() !== null) inner.step();
      this.inner = (this.inner ?? new Map<number, Replaying>()).set(seq, inner);
    }
    const { status, state: ended } = inner.replayed();
    if (status === "unfinished") return null;
    if (status === "failed")
      return failed(
        ended.now,
        "The workflow it runs did not come to its end.",
        "El flujo que ejecuta no llegó a su fin.",
      );
    return { ok: true, at: ended.now, answer: { ...ended.answer } };
  }

  /** What another workflow did that this one ran counts as done by the step that ran it. */
  take(inner: Replaying, node: string): void {
    for (const doubt of inner.doubts) this.doubt(doubt);
    this.calls.push(...inner.calls);
    this.changes.push(...inner.changes.slice(this.changes.length));
    this.acts.push(...inner.acts.map((act) => ({ ...act, node, altered: act.altered || this.altered })));
    if (inner.altered) this.altered = true;
  }

  /** What an answer that was chosen means for what is known, and what was done by it. */
  note(state: RunState, { ask, token, node, outcome }: Answer): Act | null {
    const { effect, seq } = ask;
    const { at } = outcome;
    if (this.altered && (effect.type === "wait" || effect.type === "delay" || effect.type === "read"))
      this.doubt("altered");
    if (effect.type === "read" || effect.type === "request") this.calls.push(at);
    const inner = this.inner?.get(seq);
    if (inner) this.take(inner, ask.node);
    if (isOwn(effect) || (effect.type === "request" && isRead(effect))) this.doubt("assumed");
    else if (effect.type === "request" && token && node?.kind === "action") {
      const { type, changes, altersTalk } = node.spec;
      const change = (facts: Facts): Facts => {
        const answers = outcome.ok ? [...token.answers, outcome.answer] : token.answers;
        return changes?.(facts, givenAt(node, state, { ...token, answers })) ?? facts;
      };
      if (changes) this.changes.push({ at, change });
      const act: Act = { node: node.id, type, at, changed: null, altered: this.altered };
      if (altersTalk) this.altered = true;
      this.acts.push(act);
      return act;
    }
    return null;
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
