import { temporal } from "zundo";
import { createStore } from "zustand";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Edit } from "./edits.ts";

interface DraftState {
  document: WorkflowDocument;
}

export type DraftStore = ReturnType<typeof createDraft>;

/** Edits of the same field that follow each other within this time are undone together. */
const groupMs = 1_000;
const undoSteps = 200;

/** The drawing and its history. Nothing that is only seen (selection, a drag under way) is in here. */
export function createDraft(document: WorkflowDocument, now: () => number = Date.now) {
  const store = createStore<DraftState>()(
    temporal((): DraftState => ({ document }), {
      limit: undoSteps,
      equality: (a, b) => a.document === b.document,
    }),
  );
  let last: { group: string; at: number } | null = null;

  return {
    store,
    history: store.temporal,
    /** @param group edits with the same group in quick succession become one step of undo: "the message of step n1". */
    edit(change: Edit, group?: string): void {
      const before = store.getState().document;
      const after = change(before);
      if (after === before) return;
      const at = now();
      const joins = group !== undefined && last?.group === group && at - last.at < groupMs;
      last = group === undefined ? null : { group, at };
      const history = store.temporal.getState();
      if (joins) history.pause();
      store.setState({ document: after });
      if (joins) history.resume();
    },
    undo(): void {
      last = null;
      store.temporal.getState().undo();
    },
    redo(): void {
      last = null;
      store.temporal.getState().redo();
    },
  };
}
