import type { Speech } from "#shared/language/speech.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Cards } from "../canvas/card.ts";
import type { RunPath } from "../canvas/runMark.ts";
import { useRunPath } from "../trace/useRunPath.ts";
import type { Replay } from "./useReplay.ts";

/** The way a conversation has taken up to the virtual clock, as the canvas draws a run's. */
export function useReplayPath(
  { run, steps, atEnd }: Replay,
  document: WorkflowDocument,
  cards: Cards,
  speech: Speech,
): RunPath {
  return useRunPath({ document, steps, broken: atEnd && run?.status === "failed" }, cards, speech);
}
