import { Worker } from "node:worker_threads";
import { type Brought, takeBundle, type TakenBundle, together } from "./takeBundle.ts";
import type { Said, Sent } from "./takerThread.ts";

/** What a taker needs at most; one that needs more is ended, and what it was at is taken here. */
const mostMegabytes = 384;
/** As for the archive's own thread: what is read is forgotten soon. */
const youngMegabytes = 48;
/** Each has so much before it at most, bytes: more than it takes apart while what is ready is written. */
const mostBefore = 4 * 1024 ** 2;
/** A file with fewer bundles is taken sooner than a thread would have started. */
const bundlesAlone = 4;

interface Waiting {
  all: readonly Brought[];
  now: number;
  sizeBytes: number;
  taken(bundle: TakenBundle): void;
  refused(error: unknown): void;
}
interface Taker {
  worker: Worker;
  isReady: boolean;
  /** What it was sent, in order, and how much that is. */
  waiting: Waiting[];
  bytes: number;
}

export const sizeOf = (all: readonly Brought[]): number =>
  all.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);

function sentAs(all: readonly Brought[], sizeBytes: number, now: number): Sent {
  const bytes = new Uint8Array(sizeBytes);
  let at = 0;
  const pieces = all.map(({ line, bytes: piece }) => {
    if (piece === null) return { line, size: null };
    bytes.set(piece, at);
    at += piece.length;
    return { line, size: piece.length };
  });
  return { bytes, pieces, now };
}

/** How many threads there are at most, and what a thread runs. */
export interface TakersDeps {
  most: number;
  program?: URL;
  onTrouble(error: unknown): void;
}

/**
 * Takes conversations apart in several threads. Where all have enough before them, or none has started yet, it is done here; and what a
 * thread was at that has broken off is done here again.
 */
export function createTakers({ most, program = new URL("takerThread.ts", import.meta.url), onTrouble }: TakersDeps) {
  const takers: Taker[] = [];
  let asked = 0;
  let closed = false;

  function start(): void {
    const worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    });
    const taker: Taker = { worker, isReady: false, waiting: [], bytes: 0 };
    takers.push(taker);
    worker.on("message", (said: Said) => {
      if (said.kind === "ready") {
        taker.isReady = true;
        return;
      }
      const first = taker.waiting.shift();
      taker.bytes -= first?.sizeBytes ?? 0;
      if (said.kind === "taken") first?.taken(together(first.all, said.apart));
      else first?.refused(said.error);
    });
    let why: unknown = new Error("a thread that takes conversations apart has ended by itself");
    worker.on("error", (error) => (why = error));
    worker.on("exit", () => {
      taker.isReady = false;
      if (closed) return;
      onTrouble(why);
      for (const each of taker.waiting.splice(0)) {
        try {
          each.taken(takeBundle(each.all, each.now));
        } catch (error) {
          each.refused(error);
        }
      }
    });
  }

  return {
    /** Only what comes from a file: contacts are not sent along. */
    async take(all: readonly Brought[], now: number): Promise<TakenBundle> {
      asked += 1;
      if (asked === bundlesAlone) for (let count = 0; count < most; count += 1) start();
      const [free] = takers
        .filter(({ isReady, bytes }) => isReady && bytes < mostBefore)
        .toSorted((a, b) => a.bytes - b.bytes);
      if (!free) return takeBundle(all, now);
      const sizeBytes = sizeOf(all);
      const sent = sentAs(all, sizeBytes, now);
      free.bytes += sizeBytes;
      free.worker.postMessage(sent, [sent.bytes.buffer]);
      return new Promise((taken, refused) => free.waiting.push({ all, now, sizeBytes, taken, refused }));
    },
    /** What has not been taken by then never will be. */
    async close(): Promise<void> {
      closed = true;
      await Promise.all(takers.map(({ worker }) => worker.terminate()));
    },
  };
}

export type Takers = ReturnType<typeof createTakers>;
