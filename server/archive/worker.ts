import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { openArchive } from "../store/database.ts";
import { createDesk, type Desk } from "./desk.ts";

/** What the thread is started with. */
export interface WorkerData {
  file: string;
  folder: string;
  brokeOff: boolean;
}

/** What it is asked, and what it says: the answer to a question, that something has changed, or what went wrong. */
export interface Asked {
  number: number;
  name: keyof Desk;
  args: unknown[];
}
export type Said =
  | { kind: "answer"; number: number; value: unknown }
  | { kind: "refused"; number: number; error: unknown }
  | { kind: "changed" }
  | { kind: "trouble"; error: unknown };

/** One thread writes no more than so many take apart. */
const mostHelpers = 3;

const { file, folder, brokeOff } = workerData as WorkerData;
const port = parentPort;
if (!port) throw new Error("the archive's thread was started as a program");
const say = (said: Said) => port.postMessage(said);
// As in the main thread: a key such as "__proto__" in somebody's data can change nothing for everybody.
Object.freeze(Object.prototype);

const desk = createDesk({
  db: openArchive(file),
  folder,
  now: Date.now,
  helpers: Math.min(mostHelpers, availableParallelism() - 1),
  turn: () => new Promise((go) => setImmediate(go)),
  onChange: () => say({ kind: "changed" }),
  onTrouble: (error) => say({ kind: "trouble", error }),
  brokeOff,
});
/** What is asked fits what it is called with: see `createThread`, which asks. */
const calls = desk as unknown as Record<string, (...args: unknown[]) => unknown>;

port.on("message", ({ number, name, args }: Asked) => {
  void (async () => {
    try {
      say({ kind: "answer", number, value: await calls[name]?.(...args) });
    } catch (error) {
      say({ kind: "refused", number, error });
    }
    if (name === "close") port.close();
  })();
});
