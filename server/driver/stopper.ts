import { text } from "#shared/language/text.ts";
import type { RunStore } from "../store/runs.ts";
import type { StoppedRuns, StopRunsStore } from "../store/stopRuns.ts";
import { wakeCaller } from "./goOn.ts";

export interface StopperDeps {
  store: StopRunsStore;
  runs: RunStore;
  now(): number;
  /** Told of each few that were stopped. */
  onStopped(stopped: StoppedRuns): void;
  onTrouble(error: unknown): void;
}

/** So many in one transaction: between two of them everything else has its turn. */
const inOneStep = 25;
const why = text("Stopped when the workflow was turned off.", "Detenida al desactivar el flujo.");

/** Stops the runs of workflows whose owner wants none to go on. */
export function createStopper({ store, runs, now, onStopped, onTrouble }: StopperDeps) {
  let working: Promise<void> | null = null;
  let running = true;

  async function work(): Promise<void> {
    for (let step = store.step(inOneStep, now(), why); step; step = store.step(inOneStep, now(), why)) {
      for (const run of step.runs) wakeCaller(run, runs, now());
      onStopped(step);
      await new Promise((later) => setImmediate(later));
      if (!running) return;
    }
  }

  /** Also takes up what a restart broke off. */
  const start = (): void =>
    void (working ??= work()
      .catch(onTrouble)
      .finally(() => {
        working = null;
      }));

  return {
    start,
    /** How many runs of a workflow are under way or wait. */
    underWay: store.count,
    /** Stops those that are under way or wait, and tells how many. */
    stopRuns(workflow: string): number {
      const count = store.count(workflow);
      store.begin(workflow);
      start();
      return count;
    },
    async stop(): Promise<void> {
      running = false;
      await working;
    },
  };
}

export type Stopper = ReturnType<typeof createStopper>;
