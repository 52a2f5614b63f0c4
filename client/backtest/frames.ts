import type { BacktestRun } from "#shared/api/backtests.ts";
import type { Step } from "#shared/engine/step.ts";

/** One moment of a simulated run, at which it can be looked at. */
export interface Frame {
  /** The place of the step among the run's. */
  step: number;
  /** The virtual clock: epoch milliseconds. */
  at: number;
  /** It has come to the step and stands there; else it has gone on from it. */
  stands: boolean;
}

/** The moments of a run in order: each step, and a step that takes time twice, when the run came to it and when it went on. */
export const framesOf = ({ steps }: Pick<BacktestRun, "steps">): Frame[] =>
  steps
    .flatMap(({ startedAt, endedAt }, step): Frame[] => {
      if (endedAt === null) return [{ step, at: startedAt, stands: true }];
      const left = { step, at: endedAt, stands: false };
      return endedAt > startedAt ? [{ step, at: startedAt, stands: true }, left] : [left];
    })
    .toSorted((a, b) => a.at - b.at);

/** What the run had done up to a moment: where it stands, it waits. */
export function stepsUpTo({ steps }: Pick<BacktestRun, "steps">, frames: readonly Frame[], place: number): Step[] {
  const known = new Map<number, Step>();
  for (const { step, stands } of frames.slice(0, place + 1)) {
    const taken = steps[step];
    if (!taken) continue;
    const waits: Step = { ...taken, status: "waiting", endedAt: null, outlet: null, reply: null, because: [] };
    known.set(step, stands && taken.endedAt !== null ? waits : taken);
  }
  return [...known.values()];
}
