import type { NodeChange, OnNodeDrag } from "@xyflow/react";
import { useCallback, useRef, useState } from "react";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { CanvasEditing } from "./CanvasEditing.ts";
import type { CanvasHandle } from "./CanvasHandle.ts";
import { exitOf } from "./lineId.ts";
import type { Point } from "./positionsOf.ts";
import type { CardNode } from "./useFlowNodes.ts";

const nowhere: ReadonlyMap<string, Point> = new Map();

export type MoveChange = NodeChange<CardNode>;

/**
 * Cards under the pointer. While they are dragged only this canvas knows; let go, they are one edit of the drawing. A card that
 * no line touches may be dropped into a line.
 */
export function useMoving(document: WorkflowDocument, editing: CanvasEditing | null, canvas: CanvasHandle) {
  const [dragged, setDragged] = useState(nowhere);
  const [over, setOver] = useState<string | null>(null);
  const overNow = useRef<string | null>(null);

  const point = (line: string | null): void => {
    overNow.current = line;
    setOver(line);
  };

  const onNodeDrag: OnNodeDrag<CardNode> = useCallback(
    (event, node, nodes) => {
      const free = nodes.length === 1 && !document.edges.some(({ from, to }) => from === node.id || to === node.id);
      if (!free || node.data.card.kind === "trigger") return;
      const at = "changedTouches" in event ? event.changedTouches[0] : event;
      const line = at ? canvas.lineUnder({ x: at.clientX, y: at.clientY }) : null;
      if (line !== overNow.current) point(line);
    },
    [document.edges, canvas],
  );

  const onChanges = useCallback(
    (changes: readonly MoveChange[]) => {
      const moves = changes.filter((change) => change.type === "position");
      if (moves.length === 0) return;
      const places = moves.flatMap(({ id, position }) => (position ? [{ node: id, ...position }] : []));
      if (moves.some(({ dragging }) => dragging)) {
        setDragged((before) => new Map([...before, ...places.map(({ node, x, y }) => [node, { x, y }] as const)]));
        return;
      }
      const rounded = places.map(({ node, x, y }) => ({ node, x: Math.round(x), y: Math.round(y) }));
      const [only] = rounded;
      const line = overNow.current === null ? null : exitOf(overNow.current);
      if (line && only && rounded.length === 1) editing?.onSplice(only.node, line, only);
      else if (rounded.length > 0) editing?.onMove(rounded);
      setDragged(nowhere);
      point(null);
    },
    [editing],
  );

  return { dragged, over, onNodeDrag, onChanges };
}
