import { type RunStart, restore } from "./advance.ts";
import type { CompiledWorkflow } from "./compile.ts";
import type { LogEntry, Step } from "./step.ts";

/**
 * The steps a run took, derived from its log: every step it left, in order, each with the effects it asked for, and last
 * the one it stands at while it goes on. `log` is in order of `seq`; at most its last entry has no outcome yet.
 */
export function trace(compiled: CompiledWorkflow, start: RunStart, log: readonly LogEntry[]): Step[] {
  const steps: Step[] = [];
  const outcomes = log.map((entry) => entry.outcome).filter((outcome) => outcome !== null);
  const own = (node: string) => log.filter((entry) => entry.node === node);
  const { ask } = restore(compiled, start, outcomes, (left, now) => {
    const entries = own(left.node);
    const startedAt = entries[0]?.intendedAt ?? now;
    steps.push({ ...left, startedAt, endedAt: entries.at(-1)?.outcome?.at ?? now, log: entries });
  });
  if (!ask) return steps;
  const entries = own(ask.node);
  const startedAt = entries[0]?.intendedAt ?? start.startedAt;
  return [
    ...steps,
    {
      node: ask.node,
      status: ask.effect.type === "delay" ? "waiting" : "running",
      startedAt,
      endedAt: null,
      outlet: null,
      because: [],
      reply: null,
      failure: null,
      skipped: null,
      log: entries,
    },
  ];
}
