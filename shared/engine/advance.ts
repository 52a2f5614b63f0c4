import type { Event } from "../events/event.ts";
import { Company, Contact, Conversation, type Facts, type Scope, scopes, Ticket } from "../events/facts.ts";
import type { Json, Reply } from "../nodes/define.ts";
import type { Effect, Failure, Outcome } from "../nodes/effect.ts";
import type { CompiledNode, CompiledWorkflow } from "./compile.ts";
import { companyOf, contactOf, conversationOf, givenAt, ticketOf } from "./givenAt.ts";
import type { Step } from "./step.ts";

/** What a run starts from. With its log of outcomes it is the whole run: everything else follows. */
export interface RunStart {
  event: Event;
  /** The trigger that let it in. */
  trigger: string;
  /** The teammate the connection acts as, at the time. */
  actor: string;
  /** Epoch milliseconds. */
  startedAt: number;
}

export type RunStatus = "going" | "done" | "failed";

/** Where a run stands. Plain data and never changed in place. */
export interface RunState {
  start: RunStart;
  status: RunStatus;
  /** The index of the step it is at; null once it has ended. */
  at: number | null;
  facts: Facts;
  /** Which facts are still as of this wake-up. */
  fresh: ReadonlySet<Scope>;
  replies: ReadonlyMap<string, Reply>;
  /** Epoch milliseconds of the last thing that is known to have happened. */
  now: number;
  /** How many effects it has asked for. */
  asked: number;
  /** The one it waits for. */
  asking: Effect | null;
  /** What the step it is at has been answered so far. */
  answers: readonly Json[];
  failure: Failure | null;
}

/** An effect the run waits for. `seq` counts from 0; its outcome has to be given back before anything else happens. */
export interface Ask {
  seq: number;
  node: string;
  effect: Effect;
}

/** Told of every step that was left; what traces are made of. */
export type Observe = (step: Omit<Step, "log" | "startedAt" | "endedAt">, now: number) => void;

export function begin(compiled: CompiledWorkflow, start: RunStart): RunState {
  const { facts } = start.event;
  const fresh = scopes.filter((scope) => facts[scope] !== undefined);
  return {
    start,
    status: "going",
    at: compiled.indexOf.get(start.trigger) ?? null,
    facts,
    fresh: new Set(fresh),
    replies: new Map(),
    now: start.startedAt,
    asked: 0,
    asking: null,
    answers: [],
    failure: null,
  };
}

/**
 * Goes on as far as it can without the world: through conditions, up to the next effect or the end. Pure: the same
 * state and outcome give the same result. `outcome` answers the effect asked for last; null at the very start.
 */
export function advance(
  compiled: CompiledWorkflow,
  state: RunState,
  outcome: Outcome | null,
  observe?: Observe,
): { state: RunState; ask: Ask | null } {
  let run = state;
  let answered = outcome;
  while (run.status === "going") {
    const node = run.at === null ? undefined : compiled.nodes[run.at];
    if (!node) return { state: { ...run, status: "done", at: null }, ask: null };

    if (answered && !answered.ok) return { state: failed(run, node, answered.error, answered.at, observe), ask: null };
    const missing = node.needs.find((scope) => !run.fresh.has(scope));
    if (missing) {
      const read = answered ? null : readOf(missing, run);
      if (read) return ask(run, node, read);
      run = learned(run, missing, answered?.answer ?? null, answered?.at ?? run.now);
      answered = null;
      continue;
    }

    if (node.kind === "trigger") {
      run = left(run, node, "next", observe);
    } else if (node.kind === "condition") {
      const outlet = node.decision.decide(run, run.now);
      run = left(run, node, outlet, observe, { because: observe ? node.decision.evidence(run, run.now) : [] });
    } else {
      const given = givenAt(node, run);
      if (answered) {
        const known = { ...given, answers: [...run.answers, answered.answer] };
        const now = Math.max(run.now, answered.at);
        run = node.spec.again?.(known)
          ? { ...run, now, asking: null, answers: known.answers }
          : acted(run, node, known, answered, observe);
        answered = null;
        continue;
      }
      const plan = node.spec.plan(given);
      if (plan.type === "fail") return { state: failed(run, node, plan.failure, run.now, observe), ask: null };
      if (plan.type !== "skip") return ask(run, node, plan);
      run = left(run, node, "next", observe, { status: "skipped", skipped: plan.why });
    }
  }
  return { state: run, ask: null };
}

/** Folds a log over a run: where it stands after these outcomes, and what it waits for. */
export function restore(
  compiled: CompiledWorkflow,
  start: RunStart,
  log: readonly Outcome[],
  observe?: Observe,
): { state: RunState; ask: Ask | null } {
  let at = advance(compiled, begin(compiled, start), null, observe);
  for (const outcome of log) {
    if (!at.ask) break;
    at = advance(compiled, at.state, outcome, observe);
  }
  return at;
}

const ask = (run: RunState, node: CompiledNode, effect: Effect) => ({
  state: { ...run, asked: run.asked + 1, asking: effect },
  ask: { seq: run.asked, node: node.id, effect },
});

/** The read that answers a scope; null where there is nothing to ask for (a conversation without a contact). */
function readOf(scope: Scope, run: RunState): Effect | null {
  const company = companyOf(run);
  const by = scope === "company" && company === null ? "contact" : scope;
  const ids = { conversation: conversationOf, contact: contactOf, company: companyOf, ticket: ticketOf };
  const id = ids[by](run);
  return id === null ? null : { type: "read", scope, by, id };
}

const shapes = { conversation: Conversation, contact: Contact, company: Company, ticket: Ticket };

function learned(run: RunState, scope: Scope, answer: unknown, now: number): RunState {
  const fact = answer === null ? null : shapes[scope].parse(answer);
  return { ...run, now, facts: { ...run.facts, [scope]: fact }, fresh: new Set([...run.fresh, scope]) };
}

function acted(
  run: RunState,
  node: CompiledNode & { kind: "action" },
  given: ReturnType<typeof givenAt>,
  outcome: Outcome & { ok: true },
  observe: Observe | undefined,
): RunState {
  const reply = node.spec.reply.parse(node.spec.answer(outcome.answer, given)) as Reply;
  // After a delay the world may have moved on: what is known is read anew where it is used.
  const slept = run.asking?.type === "delay";
  const after: RunState = {
    ...run,
    asking: null,
    answers: [],
    now: Math.max(run.now, outcome.at),
    facts: node.spec.changes ? node.spec.changes(run.facts, given) : run.facts,
    fresh: slept ? new Set() : run.fresh,
    replies: new Map([...run.replies, [node.id, reply]]),
  };
  return left(after, node, "next", observe, { reply });
}

function left(
  run: RunState,
  node: CompiledNode,
  outlet: string,
  observe: Observe | undefined,
  seen: Partial<Parameters<Observe>[0]> = {},
): RunState {
  observe?.(
    { node: node.id, status: "done", outlet, because: [], reply: null, failure: null, skipped: null, ...seen },
    run.now,
  );
  const target = node.targets.get(outlet) ?? null;
  return { ...run, at: target, status: target === null ? "done" : "going" };
}

function failed(
  run: RunState,
  node: CompiledNode,
  failure: Failure,
  now: number,
  observe: Observe | undefined,
): RunState {
  observe?.({ node: node.id, status: "failed", outlet: null, because: [], reply: null, failure, skipped: null }, now);
  return { ...run, now, at: null, status: "failed", failure };
}
