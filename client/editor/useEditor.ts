import { useCallback, useState } from "react";
import { useStore } from "zustand";
import type { CanvasEditing } from "../canvas/CanvasEditing.ts";
import type { Selection } from "../canvas/FlowCanvas.tsx";
import type { DraftSession } from "../draft/useDraftSession.ts";
import { createDesk } from "./desk.ts";
import { createActions } from "./editorActions.ts";
import { createView } from "./editorView.ts";

/** What the editor's parts share, made once: what is on screen, what can be done, and what the canvas asks for. */
export function useEditor({ draft }: DraftSession) {
  const [{ desk, actions, editing }] = useState(() => {
    const made = createDesk(draft, createView());
    const can = createActions(made);
    const asked: CanvasEditing = {
      onMove: can.move,
      onConnect: can.join,
      onDisconnect: can.disconnect,
      onInsert: (exit, at, place) => made.view.setState({ search: { exit, at, place } }),
      onSplice: can.splice,
      onOpen(node) {
        made.view.setState({ closed: null, looking: null });
        // The settings take room from the canvas: the card pressed may now lie behind them.
        made.onCanvas((canvas) => canvas.reveal(node));
      },
    };
    return { desk: made, actions: can, editing: asked };
  });
  const onSelection = useCallback(
    (change: (before: Selection) => Selection) =>
      desk.view.setState(({ selection }) => ({ selection: change(selection), closed: null })),
    [desk],
  );
  const document = useStore(draft.store, (state) => state.document);
  const view = useStore(desk.view);
  return { attach: desk.attach, desk, actions, editing, onSelection, document, view };
}
