import { advance, restore } from "#shared/engine/advance.ts";
import type { CompiledNode, CompiledWorkflow } from "#shared/engine/compile.ts";
import type { Ask, RunState, Token } from "#shared/engine/runState.ts";
import { answersIn } from "#shared/engine/trace.ts";
import type { Outcome } from "#shared/nodes/effect.ts";
import type { JournalEntry } from "../store/journal.ts";
import type { RunRow } from "../store/runs.ts";
import type { RunDeps } from "./runDeps.ts";

/**
 * A run as its log leaves it, kept in memory for as long as its lane goes on with it. Whatever changes it writes the log in the
 * same call: where the commit fails it is thrown away, and read from the log again.
 */
export interface Standing {
  readonly run: RunRow;
  readonly deps: RunDeps;
  readonly compiled: CompiledWorkflow;
  /** By `seq`. */
  readonly entries: Map<number, JournalEntry>;
  /** Its next effect may leave. */
  mayLeave: boolean;
  state: RunState;
  /** What it waits for, oldest first. */
  asks: readonly Ask[];
}

export function stand(run: RunRow, deps: RunDeps): Standing {
  const compiled = deps.compiled(run.version);
  const log = deps.runs.log.of(run.id);
  const entries = new Map(log.map((entry) => [entry.seq, entry]));
  return { run, deps, compiled, entries, mayLeave: false, ...restore(compiled, run.start, answersIn(log)) };
}

/** Writes down what is about to be done, once. `isSent`: it may reach the service from now on. */
export function intend({ run, deps, entries }: Standing, { seq, node, effect }: Ask, isSent: boolean): JournalEntry {
  const kept = entries.get(seq);
  const at = deps.now();
  const sentAt = isSent ? at : 0;
  if (kept && isSent) deps.runs.log.markSent(run.id, seq, at);
  if (!kept) deps.runs.log.intend(run.id, seq, node, effect, at, sentAt);
  if (!kept && seq === 0) deps.onFirstStep?.(at - run.start.startedAt);
  const fresh = { seq, node, effect, intendedAt: at, attempts: 1, againAt: 0, settled: null, outcome: null };
  const entry = { ...(kept ?? fresh), sentAt: kept && !isSent ? kept.sentAt : sentAt, doubt: null };
  entries.set(seq, entry);
  return entry;
}

/** Keeps how an effect ended, and takes the run on to what it asks for next. */
export function settle(standing: Standing, seq: number, outcome: Outcome): void {
  const { run, deps, compiled, entries } = standing;
  const entry = entries.get(seq);
  deps.runs.log.settle(run.id, seq, outcome);
  if (entry) {
    entries.set(seq, { ...entry, outcome, sentAt: 0, doubt: null });
    deps.onStep?.(entry.effect.type, outcome.ok);
  }
  ({ state: standing.state, asks: standing.asks } = advance(compiled, standing.state, { seq, outcome }));
}

/** Of a try that came to nothing: whether the service may have acted, and whether it counts as a try. */
export interface Tried {
  reached: boolean;
  counts: boolean;
}

/** The same effect is tried again, but not before `at`. */
export function tryAgain({ run, deps, entries }: Standing, seq: number, at: number, { reached, counts }: Tried): void {
  const entry = entries.get(seq);
  deps.runs.log.tryAgain(run.id, seq, at, reached, counts);
  if (entry)
    entries.set(seq, {
      ...entry,
      againAt: at,
      attempts: entry.attempts + (counts ? 1 : 0),
      sentAt: reached ? entry.sentAt : 0,
    });
}

/** The step that asks for an effect, and where the run stands at it. */
export function askedBy(
  { compiled, state }: Standing,
  ask: Ask,
): { node: CompiledNode | undefined; token: Token | undefined } {
  return {
    node: compiled.nodes[compiled.indexOf.get(ask.node) ?? -1],
    token: state.tokens.find(({ asking }) => asking?.seq === ask.seq),
  };
}
