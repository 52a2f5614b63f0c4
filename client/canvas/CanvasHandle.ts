import type { Point } from "./positionsOf.ts";

/** What a screen may ask of the canvas beside the drawing: where something is, and to bring it into view. Points on screen are client coordinates. */
export interface CanvasHandle {
  /** The place on the drawing under a point on screen; null where the canvas is not. */
  toCanvas(point: Point): Point | null;
  /** The line under a point on screen, by `lineId`. */
  lineUnder(point: Point): string | null;
  /** The middle of what is in view. */
  middle(): Point;
  /** Brings a step into view, if it is not wholly in view. */
  reveal(node: string): void;
  /** Puts the keyboard on a step's card. */
  focus(node: string): void;
  /** Where a step's card is on screen. */
  boxOf(node: string): DOMRect | null;
  fit(): void;
  /** Remembers what is in view; what it gives brings that back. */
  keepView(): () => void;
}
