import { createContext } from "react";
import type { Position, WorkflowEdge } from "#shared/workflow/document.ts";
import type { Point } from "./positionsOf.ts";

/** What the canvas asks of whoever keeps the drawing. Without it the canvas is locked. The functions must stay the same. */
export interface CanvasEditing {
  onMove(places: readonly Position[]): void;
  /** A line was drawn. `old` is the line one end of which was taken elsewhere. */
  onConnect(line: WorkflowEdge, old: WorkflowEdge | null): void;
  onDisconnect(line: Pick<WorkflowEdge, "from" | "outlet">): void;
  /** Somebody wants a step behind this exit. @param at where on screen the search opens. @param place where the step goes, if it was said. */
  onInsert(exit: Pick<WorkflowEdge, "from" | "outlet">, at: Point, place: Point | null): void;
  /** A step without lines was dropped on a line. */
  onSplice(node: string, line: Pick<WorkflowEdge, "from" | "outlet">, place: Point): void;
  /** A card was pressed. */
  onOpen(node: string): void;
}

export const CanvasEditingContext = createContext<CanvasEditing | null>(null);
