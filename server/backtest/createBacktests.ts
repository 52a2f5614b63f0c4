import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { AskName, Asked, Asks, Told } from "./asks.ts";

/** The thread is let go, with the archive it holds, when nobody has asked for so long. */
const idleMs = 10 * 60_000;

/** What a simulating thread may take, in MB: 100,000 conversations are under one GB. */
const resourceLimits = { maxOldGenerationSizeMb: 4_096, maxYoungGenerationSizeMb: 64 };

interface Waiting {
  asked: Asked;
  signal: AbortSignal | undefined;
  onShare: ((share: number) => void) | undefined;
  answered(answer: unknown): void;
  failed(error: Error): void;
}

/** It was not wanted any more before it was answered. */
export class NoLongerWanted extends Error {}

/**
 * Asks the simulating thread, which is started with the first question and answers one after the other. The event loop is never held.
 * @param file the archive's.
 */
export function createBacktests(file: string) {
  const stopped = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let seq = 0;
  let current: Waiting | null = null;
  let queue: Waiting[] = [];

  function started(): Worker {
    if (worker) return worker;
    const fresh = new Worker(join(import.meta.dirname, "worker.ts"), { workerData: { file, stopped }, resourceLimits });
    fresh.on("message", (told: Told) => {
      if (told.seq !== current?.asked.seq) return;
      const { answered, failed, onShare } = current;
      if ("share" in told) {
        onShare?.(told.share);
        return;
      }
      current = null;
      if ("stopped" in told) failed(new NoLongerWanted());
      else if (told.ok) answered(told.answer);
      else failed(new Error(`the simulation failed: ${told.error}`));
      next();
    });
    const ended = (error: Error) => {
      if (worker === fresh) worker = null;
      const waiting = current;
      current = null;
      waiting?.failed(error);
      if (queue.length > 0) next();
    };
    fresh.once("error", (error) => ended(new Error("the simulating thread broke off", { cause: error })));
    fresh.once("exit", () => {
      if (worker === fresh) ended(new Error("the simulating thread ended"));
    });
    // It alone keeps no process alive.
    fresh.unref();
    return (worker = fresh);
  }

  function next(): void {
    clearTimeout(idle);
    if (current) return;
    current = queue.shift() ?? null;
    if (current) started().postMessage(current.asked);
    else idle = setTimeout(() => void stop(), idleMs).unref();
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = null;
    const all = [...(current ? [current] : []), ...queue];
    current = null;
    queue = [];
    for (const { failed } of all) failed(new NoLongerWanted());
    await ending?.terminate();
  }

  return {
    /**
     * @param signal aborts it: what has not begun is left out, what has begun breaks off.
     * @param onShare told now and then how far a report is, from 0 to 1.
     * @throws NoLongerWanted
     */
    ask<K extends AskName>(
      name: K,
      ask: Asks[K]["ask"],
      signal?: AbortSignal,
      onShare?: (share: number) => void,
    ): Promise<Asks[K]["answer"]> {
      return new Promise((answered, failed) => {
        const asked = { seq: (seq += 1), name, ask } as Asked;
        const waiting: Waiting = { asked, signal, onShare, answered: answered as (answer: unknown) => void, failed };
        if (signal?.aborted) {
          failed(new NoLongerWanted());
          return;
        }
        signal?.addEventListener("abort", () => {
          if (current === waiting) Atomics.store(stopped, 0, asked.seq);
          else if (queue.includes(waiting)) {
            queue = queue.filter((other) => other !== waiting);
            failed(new NoLongerWanted());
          }
        });
        queue.push(waiting);
        next();
      });
    },
    stop,
  };
}

export type Backtests = ReturnType<typeof createBacktests>;
