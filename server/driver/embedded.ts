import { handleRun } from "./handleRun.ts";
import type { RunDeps } from "./runDeps.ts";
import type { DueCell } from "../store/dueCells.ts";

export interface Driver {
  /** Goes on with what is due, and from then on with what falls due. */
  start(): void;
  /** Tells that there may be something new to do. */
  nudge(): void;
  /** Takes up nothing more and waits for what is under way. */
  stop(): Promise<void>;
  isRunning(): boolean;
  /** The cells in which a run goes on at this moment. */
  underWay(): ReadonlySet<string>;
}

/** Cells that go on at the same time. Each costs memory only: what leaves is bounded by the connection's limit. */
const mostLanes = 128;
/** Of the lanes, those that wait for runs an event started leave some free. */
const shareForBulk = 0.75;
const longestTimer = 60_000;
const troubleMs = 1_000;
const pause = () => new Promise((later) => setTimeout(later, troubleMs));

/**
 * Drives the runs kept in our own database: a lane for each cell, in which one run at a time advances, the older first.
 * What was under way when the process died is due, so starting is resuming.
 * @param onTrouble told of an error that is not an outcome; its run stays as it is and its lane rests for a minute.
 */
export function createEmbeddedDriver(deps: RunDeps & { onTrouble(error: unknown): void }): Driver {
  const lanes = new Map<string, DueCell & { lane: Promise<void> }>();
  let timer: NodeJS.Timeout | null = null;
  let running = false;
  let nudged = false;
  const allowed = () => Math.min(mostLanes, deps.admission?.lanes() ?? mostLanes);

  async function drive(cell: string): Promise<void> {
    let run = deps.runs.nextOf(cell, deps.now());
    // Due, and yet there is none to take: whatever the reason, it is not asked for again and again at full speed.
    if (!run) await pause();
    for (; run && running && allowed() > 0; run = deps.runs.nextOf(cell, deps.now()))
      try {
        await handleRun(run, deps, () => running && allowed() > 0);
        // Runs that ask nobody outside would else follow one another without letting anything in.
        await new Promise((later) => setImmediate(later));
      } catch (error) {
        deps.onTrouble(error);
        await putOff(run.id);
      }
  }

  /** Where not even that can be kept, since the disk takes nothing, the lane itself waits and then tries again. */
  async function putOff(run: string): Promise<void> {
    try {
      deps.runs.rest(run, deps.now() + longestTimer, true);
    } catch (error) {
      deps.onTrouble(error);
      await pause();
    }
  }

  /** Once for all that ends or begins in one turn of the event loop. */
  function nudge(): void {
    if (!running || nudged) return;
    nudged = true;
    setImmediate(() => {
      nudged = false;
      giveOut();
    });
  }

  function giveOut(): void {
    if (!running) return;
    // One reading of the clock for both: what is not due here must be what the timer is set for.
    const now = deps.now();
    const most = allowed();
    const bulk = [...lanes.values()].filter((each) => each.bulk).length;
    const freeForBulk = Math.max(1, Math.floor(most * shareForBulk)) - bulk;
    for (const due of deps.runs.dueCells(now, most - lanes.size, freeForBulk, lanes)) {
      const lane = drive(due.cell).finally(() => {
        lanes.delete(due.cell);
        nudge();
      });
      lanes.set(due.cell, { ...due, lane });
    }
    arm(now);
  }

  function arm(now: number): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const dueAt = deps.runs.nextDueAt(now);
    if (dueAt !== null) timer = setTimeout(giveOut, Math.min(dueAt - now, longestTimer));
  }

  return {
    start() {
      running = true;
      nudge();
    },
    nudge,
    async stop() {
      running = false;
      if (timer) clearTimeout(timer);
      await Promise.all([...lanes.values()].map(({ lane }) => lane));
    },
    isRunning: () => running,
    underWay: () => new Set(lanes.keys()),
  };
}
