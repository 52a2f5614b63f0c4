import type { CompiledWorkflow } from "./compile.ts";
import { restore } from "./advance.ts";
import type { Effect } from "../nodes/effect.ts";
import type { RunStart } from "./runState.ts";
import type { LogEntry, Step } from "./step.ts";

/**
 * The steps a run took, derived from its log: every step it left, in order, each with the effects it asked for, and last those
 * it stands at while it goes on. `log` is in order of `seq`; `settled` tells in which order outcomes came.
 */
export function trace(compiled: CompiledWorkflow, start: RunStart, log: readonly LogEntry[]): Step[] {
  const steps: Step[] = [];
  const bySeq = new Map(log.map((entry) => [entry.seq, entry]));
  const entriesOf = (seqs: readonly number[]) => seqs.flatMap((seq) => bySeq.get(seq) ?? []);
  const { state, asks } = restore(compiled, start, answersIn(log), (_node, _outlet, now, step) => {
    const { seqs, because, ...left } = step();
    const entries = entriesOf(seqs);
    const endedAt = entries.findLast(({ outcome }) => outcome)?.outcome?.at ?? now;
    steps.push({ ...left, because: because(), startedAt: entries[0]?.intendedAt ?? now, endedAt, log: entries });
  });
  const standing = asks.map(({ seq, node, effect }): Step => {
    const token = state.tokens.find(({ asking }) => asking?.seq === seq);
    const entries = entriesOf(token?.seqs ?? []);
    return {
      node,
      status: standingAs(effect, entries.at(-1)),
      startedAt: entries[0]?.intendedAt ?? start.startedAt,
      endedAt: null,
      outlet: null,
      because: [],
      reply: null,
      failure: null,
      skipped: null,
      round: null,
      log: entries,
    };
  });
  return [...steps, ...standing];
}

function standingAs({ type }: Effect, entry: LogEntry | undefined): Step["status"] {
  if (entry?.doubt === "parked") return "parked";
  return type === "request" || type === "read" ? "running" : "waiting";
}

/** The outcomes of a log in the order in which they came. */
export const answersIn = (log: readonly LogEntry[]) =>
  log
    .flatMap(({ seq, outcome, settled }) => (outcome ? [{ seq, outcome, settled: settled ?? seq }] : []))
    .toSorted((a, b) => a.settled - b.settled);
