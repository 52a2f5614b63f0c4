import { Worker } from "node:worker_threads";
import type { Desk } from "./desk.ts";
import type { Asked, Said, WorkerData } from "./worker.ts";

type Answer<K extends keyof Desk> = Awaited<ReturnType<Desk[K]>>;

interface Waiting {
  answer(value: unknown): void;
  refuse(error: unknown): void;
}

export interface ThreadDeps {
  /** The archive's database, and where files wait to be read. */
  file: string;
  folder: string;
  onChange(): void;
  onTrouble(error: unknown): void;
}

/** What an import needs at most; a thread that needs more is ended, not the process. */
const mostMegabytes = 768;
/** What is read is forgotten soon: with a small young generation most of it would first be moved to the old. */
const youngMegabytes = 48;

/** The thread that the archive is kept in. It is started when something is first asked of it, and again after it has broken off. */
export function createThread({ file, folder, onChange, onTrouble }: ThreadDeps) {
  let worker: Worker | null = null;
  let brokeOff = false;
  let closed = false;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  function hear(said: Said): void {
    if (said.kind === "changed") return onChange();
    if (said.kind === "trouble") return onTrouble(said.error);
    const asked = waiting.get(said.number);
    waiting.delete(said.number);
    if (said.kind === "answer") asked?.answer(said.value);
    else asked?.refuse(said.error);
  }

  function start(): Worker {
    const workerData: WorkerData = { file, folder, brokeOff };
    const started = new Worker(new URL("worker.ts", import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    });
    started.on("message", hear);
    started.on("error", (error) => {
      brokeOff = true;
      onTrouble(error);
    });
    started.on("exit", () => {
      if (worker === started) worker = null;
      for (const { refuse } of waiting.values()) refuse(new Error("the archive's thread has ended"));
      waiting.clear();
      if (!closed) onChange();
    });
    return started;
  }

  function ask<K extends keyof Desk>(name: K, ...args: Parameters<Desk[K]>): Promise<Answer<K>> {
    if (closed) return Promise.reject(new Error("the server is stopping"));
    worker ??= start();
    last += 1;
    const asked: Asked = { number: last, name, args };
    worker.postMessage(asked);
    return new Promise<unknown>((answer, refuse) => waiting.set(last, { answer, refuse })) as Promise<Answer<K>>;
  }

  return {
    ask,
    /** Lets it finish what it is at. */
    async close(): Promise<void> {
      const ending = worker ? ask("close") : null;
      closed = true;
      await ending;
      await worker?.terminate();
    },
  };
}

export type Thread = ReturnType<typeof createThread>;
