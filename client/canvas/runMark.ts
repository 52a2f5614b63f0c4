import type { Step } from "#shared/engine/step.ts";

/** What a run did with a step, for its card. */
export interface RunMark {
  /** `stopped`: the run was ended while it stood here. */
  status: Step["status"] | "stopped";
  /** In the past tense, with real values. */
  sentence: string;
  /** Beside the icon: "240 ms", or how it stands; empty where the icon is enough. */
  badge: string;
  /** The status in words. */
  words: string;
  outlet: string | null;
}

/** The way a run took: its steps by id, and the lines by `lineId`. */
export interface RunPath {
  marks: ReadonlyMap<string, RunMark>;
  lines: ReadonlySet<string>;
}
