import { type Event } from "../events/event.ts";
import { Company, Contact, Conversation, type Facts, type Scope, scopes, Ticket } from "../events/facts.ts";
import { isEmpty } from "../events/raw.ts";
import { text } from "../language/text.ts";
import type { Json, Reply } from "../nodes/define.ts";
import { type Effect, type Failure, isRead, type Outcome } from "../nodes/effect.ts";
import type { CompiledNode, CompiledWorkflow } from "./compile.ts";
import { companyOf, contactOf, conversationOf, givenAt, ticketOf } from "./givenAt.ts";
import type { Answered, Ask, Mutable, RunStart, RunState, Token } from "./runState.ts";
import { type LeftStep, type Observe, turn, type Walking } from "./turn.ts";

/** A run that leaves more steps than this goes round and round; it is stopped, with words. */
const mostSteps = 10_000;

// Never changed in place, so all runs share what is empty, and what few there are of the others.
const noScopes: ReadonlySet<Scope> = new Set();
const noReplies: RunState["replies"] = new Map();
const noneLooked: RunState["looked"] = new Map();
const scopeSets = new Map<number, ReadonlySet<Scope>>();

/** The scopes that an event's facts answer. */
function freshIn(facts: Facts): ReadonlySet<Scope> {
  const bits = scopes.reduce((all, scope, bit) => (facts[scope] === undefined ? all : all | (1 << bit)), 0);
  let fresh = scopeSets.get(bits);
  if (!fresh) scopeSets.set(bits, (fresh = new Set(scopes.filter((scope) => facts[scope] !== undefined))));
  return fresh;
}

function isKnown(needs: readonly Scope[], fresh: ReadonlySet<Scope>): boolean {
  for (const scope of needs) if (!fresh.has(scope)) return false;
  return true;
}

export function begin(compiled: CompiledWorkflow, start: RunStart): RunState {
  const { facts } = start.event;
  const at = compiled.indexOf.get(start.trigger) ?? null;
  return {
    start,
    status: "going",
    tokens: [{ id: 0, at, frames: [], asking: null, seqs: [], answers: [], joining: null }],
    born: 1,
    facts,
    fresh: freshIn(facts),
    replies: facts.inputs ? new Map([[start.trigger, facts.inputs]]) : noReplies,
    looked: noneLooked,
    now: start.startedAt,
    asked: 0,
    steps: 0,
    failure: null,
    answer: {},
  };
}

/** What a run waits for, oldest first. */
export function asksOf(compiled: CompiledWorkflow, { status, tokens }: RunState): Ask[] {
  const asks: Ask[] = [];
  if (status !== "going") return asks;
  for (const { at, asking } of tokens)
    if (asking && at !== null)
      asks.push({ seq: asking.seq, effect: asking.effect, node: compiled.nodes[at]?.id ?? "" });
  return asks.length > 1 ? asks.toSorted((a, b) => a.seq - b.seq) : asks;
}

/**
 * Goes on as far as it can without the world: through conditions, up to the next effects or the end. Pure: the same state
 * and outcome give the same result. `answered` is the outcome of one of the effects asked for; null at the very start. An
 * outcome that nobody waits for any more changes nothing.
 */
export function advance(
  compiled: CompiledWorkflow,
  state: RunState,
  answered: Answered | null,
  observe?: Observe,
): { state: RunState; asks: Ask[] } {
  const walk = new Walk(compiled, state, observe);
  const waiting = answered ? state.tokens.find(({ asking }) => asking?.seq === answered.seq) : state.tokens[0];
  if (state.status === "going" && waiting) walk.go(waiting, answered?.outcome ?? null);
  return { state: walk.run, asks: asksOf(compiled, walk.run) };
}

/** Folds a log over a run: where it stands after these outcomes, and what it waits for. */
export function restore(
  compiled: CompiledWorkflow,
  start: RunStart,
  log: readonly Answered[],
  observe?: Observe,
): { state: RunState; asks: Ask[] } {
  let at = advance(compiled, begin(compiled, start), null, observe);
  for (const answered of log) at = advance(compiled, at.state, answered, observe);
  return at;
}

const shapes = { conversation: Conversation, contact: Contact, company: Company, ticket: Ticket };

/** The read that answers a scope; null where there is nothing to ask for (a conversation without a contact). */
function readOf(scope: Scope, run: RunState): Effect | null {
  const by = scope === "company" && companyOf(run) === null ? "contact" : scope;
  const id = { conversation: conversationOf, contact: contactOf, company: companyOf, ticket: ticketOf }[by](run);
  return id === null ? null : { type: "read", scope, by, id };
}

const endless: Failure = {
  what: text("This run went through more than 10,000 steps.", "Esta ejecución pasó por más de 10.000 pasos."),
  todo: text("Let its loops end sooner.", "Haz que sus repeticiones terminen antes."),
};

const unreadable: Failure = {
  what: text(
    "It was done, but the answer to it could not be understood.",
    "Se hizo, pero no se entendió la respuesta.",
  ),
  todo: text("See the answer under Details.", "Mira la respuesta en Detalles."),
};

const none: readonly never[] = [];

const plainly = {
  status: "done" as const,
  outlet: null,
  because: () => [],
  reply: null,
  failure: null,
  skipped: null,
};

/** One call of `advance`: the run as it changes while tokens move. Lives no longer than the call. */
class Walk implements Walking {
  run: Mutable<RunState>;
  readonly compiled: CompiledWorkflow;
  readonly observe: Observe | undefined;

  constructor(compiled: CompiledWorkflow, run: RunState, observe: Observe | undefined) {
    this.compiled = compiled;
    // Its own copy, changed in place while it walks: what it was given stays as it was.
    this.run = { ...run };
    this.observe = observe;
  }

  /** Moves one token, and whichever it wakes or sends out, until each waits or has ended. */
  go(first: Token, outcome: Outcome | null): void {
    let token: Token | null = first;
    let answered = outcome;
    while (token && this.run.status === "going") {
      token = answered ? this.step(token, answered) : this.step(this.pass(token), null);
      answered = null;
    }
  }

  /** Through triggers and conditions that need nothing to be read: most of what a run does, without a token for each. */
  pass(token: Token): Token {
    const { run, compiled, observe } = this;
    let { at } = token;
    while (at !== null && run.steps <= mostSteps) {
      const node = compiled.nodes[at];
      if (!node || (node.kind !== "condition" && node.kind !== "trigger")) break;
      if (!isKnown(node.needs, run.fresh)) break;
      const outlet = node.kind === "trigger" ? "next" : node.decision.decide(run, run.now);
      run.steps += 1;
      observe?.(node.id, outlet, run.now, () => this.left(token, node, this.decided(node, outlet)));
      at = node.targets.get(outlet) ?? null;
    }
    return at === token.at ? token : { ...token, at, asking: null, seqs: none, answers: none, joining: null };
  }

  decided(node: CompiledNode, outlet: string): Partial<LeftStep> {
    return node.kind === "condition"
      ? { outlet, because: () => node.decision.evidence(this.run, this.run.now) }
      : { outlet };
  }

  /** One step of a token; null where it now waits or is gone. */
  step(token: Token, answered: Outcome | null): Token | null {
    const node = token.at === null ? undefined : this.compiled.nodes[token.at];
    if (!node) return this.lineEnded(token);
    if (this.run.steps > mostSteps) return this.fail(token, node, endless);
    if (answered && !answered.ok) return this.failed(token, node, answered.error, answered.at);
    if (answered?.ok && token.asking?.effect.type === "read") {
      this.learn(token.asking.effect.scope, answered.answer, answered.at);
      return this.step({ ...token, asking: null }, null);
    }
    const missing = node.needs.find((scope) => !this.run.fresh.has(scope));
    if (missing && !answered) {
      const read = readOf(missing, this.run);
      if (read) return this.ask(token, read);
      this.learn(missing, null, this.run.now);
      return token;
    }
    // What it needs has been read by now, and it is passed.
    if (node.kind === "trigger" || node.kind === "condition") return token;
    if (node.kind === "flow") return turn(this, token, node, answered);
    return this.act(token, node, answered);
  }

  act(token: Token, node: CompiledNode & { kind: "action" }, answered: (Outcome & { ok: true }) | null): Token | null {
    if (!answered) {
      const plan = node.spec.plan(givenAt(node, this.run, token));
      if (plan.type === "fail") return this.failed(token, node, plan.failure, this.run.now);
      if (plan.type === "skip") return this.leave(token, node, "next", { status: "skipped", skipped: plan.why });
      if (plan.type === "answer") return this.leave(token, node, "next", { reply: plan.reply });
      const { looked } = this.run;
      const isAsked = looked.size > 0 && plan.type === "request" && isRead(plan);
      const known = isAsked ? looked.get(JSON.stringify(plan)) : undefined;
      if (known === undefined) return this.ask(token, plan);
      return this.act(token, node, { ok: true, at: this.run.now, answer: known });
    }
    const effect = token.asking?.effect;
    if (effect) this.remember(effect, answered.answer);
    const known = { ...token, asking: null, answers: [...token.answers, answered.answer] };
    const given = givenAt(node, this.run, known);
    this.run.now = Math.max(this.run.now, answered.at);
    // After a delay the world may have moved on: what is known is read anew where it is used.
    if (effect?.type === "delay") this.forget();
    if (node.spec.again?.(given)) return known;
    const read = node.spec.reply.safeParse(node.spec.answer(answered.answer, given));
    if (!read.success) return this.failed(known, node, unreadable, answered.at);
    const reply = read.data as Reply;
    if (node.spec.changes) this.run.facts = node.spec.changes(this.run.facts, given);
    return this.leave(known, node, "next", { reply });
  }

  ask(token: Token, effect: Effect): null {
    const seq = this.run.asked;
    this.run.asked = seq + 1;
    this.put({ ...token, asking: { seq, effect }, seqs: [...token.seqs, seq] });
    return null;
  }

  learn(scope: Scope, answer: Json, now: number): void {
    const fact = answer === null ? null : shapes[scope].parse(answer);
    this.run.now = Math.max(this.run.now, now);
    this.run.facts = { ...this.run.facts, [scope]: fact };
    this.run.fresh = new Set([...this.run.fresh, scope]);
  }

  /** Time has passed: everything is read anew where it is used. */
  forget(): void {
    this.run.fresh = noScopes;
    this.run.looked = noneLooked;
  }

  /** What is looked up twice is asked for once; what a write may have changed, or time, is forgotten. */
  remember(effect: Effect, answer: Json): void {
    if (effect.type !== "request") return;
    if (isRead(effect)) this.run.looked = new Map([...this.run.looked, [JSON.stringify(effect), answer]]);
    else this.run.looked = noneLooked;
  }

  /** After an event that was waited for: what it tells is the newest there is. */
  hear(event: Event | null, at: number): void {
    if (event) this.run.facts = { ...this.run.facts, ...event.facts };
    this.run.now = Math.max(this.run.now, at);
    this.forget();
    if (event) this.run.fresh = freshIn(event.facts);
  }

  /** Leaves a step by an exit; whoever observes is told. */
  leave(token: Token, node: CompiledNode, outlet: string, seen: Partial<LeftStep> = {}): Token {
    const { reply } = seen;
    // Most answers hold nothing that a later step could ask for.
    if (reply && !isEmpty(reply)) this.run.replies = new Map(this.run.replies).set(node.id, reply);
    this.run.steps += 1;
    this.observe?.(node.id, outlet, this.run.now, () => this.left(token, node, { ...seen, outlet }));
    const { id, frames } = token;
    return { id, at: node.targets.get(outlet) ?? null, frames, asking: null, seqs: none, answers: none, joining: null };
  }

  /** What there is to tell of a step: put together only for whoever asks. */
  left(token: Token, node: CompiledNode, seen: Partial<LeftStep>): LeftStep {
    const inner = token.frames.findLast((frame) => frame.kind === "loop");
    const round = inner ? inner.round + 1 : null;
    return { ...plainly, node: node.id, seqs: token.seqs, round, ...seen };
  }

  /** A line has ended: of a branch, of a round, or of the run. */
  lineEnded(token: Token): Token | null {
    const frame = token.frames.at(-1);
    // Back at the step that sent it round, which reads anew what it decides by.
    if (frame?.kind === "loop") return { ...token, at: frame.node };
    this.drop(token);
    if (frame?.kind === "branch") return this.join(frame.parent);
    if (this.run.tokens.length === 0) this.run.status = "done";
    return null;
  }

  /** One of the branches that `parent` waits for has ended. */
  join(parent: number): Token | null {
    const token = this.run.tokens.find(({ id }) => id === parent);
    const left = (token?.joining ?? 0) - 1;
    if (token?.joining && left === 0) return { ...token, joining: 0, asking: null };
    if (token?.joining) this.put({ ...token, joining: left });
    if (this.run.tokens.length === 0) this.run.status = "done";
    return null;
  }

  put(token: Token): void {
    const { tokens } = this.run;
    if (tokens.length === 1 && tokens[0]?.id === token.id) this.run.tokens = [token];
    else this.run.tokens = [...tokens.filter(({ id }) => id !== token.id), token].toSorted((a, b) => a.id - b.id);
  }

  drop(token: Token): void {
    if (this.run.tokens.length === 1 && this.run.tokens[0]?.id === token.id) this.run.tokens = none;
    else this.run.tokens = this.run.tokens.filter(({ id }) => id !== token.id);
  }

  stop(answer: Reply | null): null {
    this.run.status = "done";
    this.run.tokens = [];
    if (answer !== null) this.run.answer = answer;
    return null;
  }

  /** A step has failed: the run ends with it, unless the builder said otherwise. */
  failed(token: Token, node: CompiledNode, failure: Failure, at: number): Token | null {
    this.run.now = Math.max(this.run.now, at);
    if (node.onFail === "stop" || failure.ends) return this.fail(token, node, failure);
    const reply = { problem: [failure.what.en, failure.detail ?? ""].join(" ").trim() };
    return this.leave(token, node, node.onFail === "exit" ? "failed" : "next", { status: "failed", failure, reply });
  }

  fail(token: Token, node: CompiledNode, failure: Failure): null {
    this.observe?.(node.id, null, this.run.now, () => this.left(token, node, { status: "failed", failure }));
    this.run.status = "failed";
    this.run.tokens = [];
    this.run.failure = failure;
    return null;
  }
}
