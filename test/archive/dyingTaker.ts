import { parentPort } from "node:worker_threads";
import type { Said } from "#server/archive/takerThread.ts";

/** A taker that says that it is there, and ends without a word over the second thing that it is sent. */
let heard = 0;
parentPort?.on("message", () => {
  heard += 1;
  if (heard === 2) process.exit(1);
});
parentPort?.postMessage({ kind: "ready" } satisfies Said);
