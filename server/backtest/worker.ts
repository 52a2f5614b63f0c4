import { parentPort, workerData } from "node:worker_threads";
import { registry } from "#shared/integrations/manifest.ts";
import { rememberFolded } from "#shared/language/text.ts";
import { archiveStore } from "../store/archive.ts";
import { openArchive } from "../store/database.ts";
import type { Asked, Told } from "./asks.ts";
import { createArchived } from "./createArchived.ts";
import { createSimulator, Stopped } from "./createSimulator.ts";

/** Texts that conditions look through are the same with every edit. */
const foldedCharacters = 64_000_000;

// The simulating thread: it has the archive in memory and answers what is asked, one thing after the other.
Object.freeze(Object.prototype);
rememberFolded(foldedCharacters);

/** `stopped` holds the number of the question that is not to be answered any more. */
const { file, stopped } = workerData as { file: string; stopped: Int32Array };
let current = -1;
const simulator = createSimulator({
  archived: createArchived(archiveStore(openArchive(file, true))),
  registry,
  isStopped: () => Atomics.load(stopped, 0) === current,
  clock: () => performance.now(),
  onShare: (share) => tell({ seq: current, share }),
});

const tell = (told: Told): void => parentPort?.postMessage(told);

parentPort?.on("message", ({ seq, name, ask }: Asked) => {
  current = seq;
  try {
    tell({ seq, ok: true, answer: simulator.answer(name, ask) });
  } catch (error) {
    if (error instanceof Stopped) tell({ seq, stopped: true });
    else tell({ seq, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
