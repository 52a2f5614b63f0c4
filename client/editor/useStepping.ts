import { useCallback, useEffect, useMemo, useRef } from "react";
import type { Speech } from "#shared/language/speech.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { useReplay } from "../backtest/useReplay.ts";
import { useReplayKeys } from "../backtest/useReplayKeys.ts";
import { useReplayPath } from "../backtest/useReplayPath.ts";
import type { Cards } from "../canvas/card.ts";
import type { Selection } from "../canvas/FlowCanvas.tsx";
import type { Desk } from "./desk.ts";
import type { EditorView } from "./editorView.ts";

interface Given {
  workflow: string;
  document: WorkflowDocument;
  cards: Cards;
  speech: Speech;
  desk: Desk;
  view: EditorView;
}

/** Going through a past conversation on the editor's own canvas: nothing of the editing is touched, and leaving brings its view back. */
export function useStepping({ workflow, document, cards, speech, desk, view: { stepping } }: Given) {
  const replay = useReplay(workflow, document, stepping);
  const path = useReplayPath(replay, document, cards, speech);
  const bringBack = useRef<(() => void) | null>(null);
  const node = replay.step?.node ?? null;

  const enter = useCallback(
    (conversation: string) => {
      bringBack.current = desk.canvas()?.keepView() ?? null;
      desk.view.setState({ stepping: { conversation }, stepped: conversation });
    },
    [desk],
  );
  const leave = useCallback(() => {
    desk.view.setState({ stepping: null });
    desk.onCanvas(() => bringBack.current?.());
  }, [desk]);
  const { move, play, goTo } = replay;
  useReplayKeys(stepping !== null, { move, play, leave });
  useEffect(() => {
    if (stepping && node !== null) desk.canvas()?.reveal(node);
  }, [desk, stepping, node]);

  const selection: Selection = useMemo(() => new Set(node === null ? [] : [node]), [node]);
  const onSelection = useCallback(
    (change: (before: Selection) => Selection) => {
      const chosen = [...change(selection)].find((id) => !selection.has(id));
      if (chosen !== undefined) goTo(chosen);
    },
    [selection, goTo],
  );
  return { replay, path, enter, leave, selection, onSelection };
}
