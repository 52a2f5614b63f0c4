import type { Place, RetentionStore } from "../store/retention.ts";

export interface RetentionDeps {
  store: RetentionStore;
  /** How long what a run or an event held is kept, and how long that there was one. */
  bodyDays: number;
  rowDays: number;
  now(): number;
  onTrouble(error: unknown): void;
}

const dayMs = 86_400_000;
/** Between two sweeps through everything. */
const restMs = 3_600_000;
/** Between two steps: what comes in and goes on has its turn first. */
const pauseMs = 50;
/** What a step may take of the event loop; it looks at fewer rows next time when it took longer, at more when it took less. */
const stepMs = 5;
const fewest = 5;
/** Rows that are passed over take no time; as many that are removed would take too long. */
const mostRows = 100;
/** Pages given back to the disk in one step. */
const pagesAtOnce = 64;

/** Removes in the background what is older than it is to be kept, in steps that nobody notices. */
export function createRetention({ store, bodyDays, rowDays, now, onTrouble }: RetentionDeps) {
  let stopped = false;
  let wake: (() => void) | null = null;
  let working: Promise<void> | null = null;
  let most = 50;

  const pause = (ms: number): Promise<void> =>
    new Promise((done) => {
      if (stopped) return done();
      const timer = setTimeout(done, ms);
      wake = () => {
        clearTimeout(timer);
        done();
      };
    });

  /** By a clock that nobody sets: a step's length decides on the next one's size. */
  function measured<R>(work: () => R): R {
    const from = performance.now();
    const result = work();
    const ratio = stepMs / Math.max(performance.now() - from, 0.1);
    most = Math.min(Math.max(Math.floor(most * Math.min(Math.max(ratio, 0.25), 1.5)), fewest), mostRows);
    return result;
  }

  async function sweep(): Promise<void> {
    const at = now();
    const limits = { bodiesBefore: at - bodyDays * dayMs, rowsBefore: at - rowDays * dayMs, bodyDays };
    for (const name of store.sweeps)
      for (let place: Place = 0; place !== null && !stopped; await pause(pauseMs)) {
        const after: number = place;
        place = measured(() => store.step(name, after, most, limits));
      }
    for (let left = Infinity, before = 0; left > 0 && left !== before && !stopped; await pause(pauseMs)) {
      before = left;
      left = store.giveBack(pagesAtOnce);
    }
  }

  async function keepOn(): Promise<void> {
    while (!stopped) {
      await sweep().catch(onTrouble);
      await pause(restMs);
    }
  }

  return {
    start(): void {
      working ??= keepOn();
    },
    /** One sweep through everything. */
    sweep,
    async stop(): Promise<void> {
      stopped = true;
      wake?.();
      await working;
    },
  };
}
