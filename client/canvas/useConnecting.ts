import type { Connection, FinalConnectionState, HandleType, IsValidConnection } from "@xyflow/react";
import { useRef } from "react";
import type { WorkflowEdge } from "#shared/workflow/document.ts";
import type { CanvasEditing } from "./CanvasEditing.ts";
import type { CanvasHandle } from "./CanvasHandle.ts";
import type { Point } from "./positionsOf.ts";
import type { LineEdge } from "./useFlowLines.ts";

const pointOf = (event: MouseEvent | TouchEvent): Point => {
  const at = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
};

const cardUnder = ({ x, y }: Point): string | null =>
  document
    .elementsFromPoint(x, y)
    .map((element) => element.closest(".react-flow__node"))
    .find((card) => card !== null)
    ?.getAttribute("data-id") ?? null;

const lineOf = ({ source, sourceHandle, target }: Connection): WorkflowEdge => ({
  from: source,
  outlet: sourceHandle ?? "",
  to: target,
});

/**
 * Drawing lines by hand. A line may be dropped on a card as well as on its handle; dropped on nothing, it asks for a new
 * step there; an end that is taken off a line and dropped on nothing removes the line.
 */
export function useConnecting(
  editing: CanvasEditing | null,
  mayConnect: (line: WorkflowEdge, old: WorkflowEdge | null) => boolean,
  canvas: CanvasHandle,
) {
  const taken = useRef<WorkflowEdge | null>(null);

  const dropped = (event: MouseEvent | TouchEvent, state: FinalConnectionState): void => {
    if (state.isValid || !editing || state.fromHandle?.type !== "source") return;
    const exit = { from: state.fromHandle.nodeId, outlet: state.fromHandle.id ?? "" };
    const at = pointOf(event);
    const over = state.toNode?.id ?? cardUnder(at);
    const old = taken.current;
    if (over !== null) {
      // Let go over the card it came from, close by: a click on the exit, not a line to itself.
      if (over === exit.from && !state.toHandle) return;
      return editing.onConnect({ ...exit, to: over }, old);
    }
    if (old) return editing.onDisconnect(old);
    const place = canvas.toCanvas(at);
    if (place) editing.onInsert(exit, at, place);
  };

  const isValidConnection: IsValidConnection<LineEdge> = (connection) =>
    mayConnect(
      lineOf({
        ...connection,
        sourceHandle: connection.sourceHandle ?? null,
        targetHandle: connection.targetHandle ?? null,
      }),
      taken.current,
    );

  return {
    isValidConnection,
    onConnect: (connection: Connection) => editing?.onConnect(lineOf(connection), null),
    onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      if (taken.current === null) dropped(event, state);
    },
    onReconnectStart: (_: unknown, line: LineEdge) => {
      taken.current = line.data?.edge ?? null;
    },
    onReconnect: (line: LineEdge, connection: Connection) =>
      editing?.onConnect(lineOf(connection), line.data?.edge ?? null),
    onReconnectEnd: (
      event: MouseEvent | TouchEvent,
      _line: LineEdge,
      _end: HandleType,
      state: FinalConnectionState,
    ) => {
      dropped(event, state);
      taken.current = null;
    },
  };
}
