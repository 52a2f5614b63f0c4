import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Kept } from "./keptDraft.ts";
import { sameDrawing } from "./sameDrawing.ts";

export interface OpenedDraft {
  document: WorkflowDocument;
  /** The revision that the next save builds on. */
  revision: number;
  /** `saved`: the server has it. `unsaved`: taken up from this browser. `stale`: from this browser, and somebody saved since. */
  state: "saved" | "unsaved" | "stale";
}

/** Which drawing the editor opens with: the server's, or one that this browser kept because it could not be saved. */
export function openDraft(server: { document: WorkflowDocument; revision: number }, kept: Kept | null): OpenedDraft {
  if (!kept || sameDrawing(kept.document, server.document)) return { ...server, state: "saved" };
  return { ...kept, state: kept.revision === server.revision ? "unsaved" : "stale" };
}
