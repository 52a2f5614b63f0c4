import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { NodeType } from "#shared/nodes/define.ts";
import type { Point } from "../canvas/positionsOf.ts";

const startAfter = 6;

export interface DraggedStep {
  step: NodeType;
  at: Point;
}

interface Given {
  onOver(step: NodeType, at: Point): void;
  onDrop(step: NodeType, at: Point): void;
  onEnd(): void;
}

/** Drags a step out of the palette with mouse, pen or finger. Escape puts it back. A press that does not move stays a click. */
export function usePaletteDrag({ onOver, onDrop, onEnd }: Given) {
  const [dragged, setDragged] = useState<DraggedStep | null>(null);
  const pressed = useRef<{ step: NodeType; from: Point; moved: boolean } | null>(null);
  const wasDrag = useRef(false);
  const active = dragged !== null;

  const end = () => {
    pressed.current = null;
    setDragged(null);
    onEnd();
  };
  const cancel = useRef(end);
  useEffect(() => {
    cancel.current = end;
  });
  useEffect(() => {
    if (!active) return;
    const stop = (event: KeyboardEvent) => {
      if (event.key === "Escape") cancel.current();
    };
    window.addEventListener("keydown", stop);
    return () => window.removeEventListener("keydown", stop);
  }, [active]);

  const handlersFor = (step: NodeType) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      wasDrag.current = false;
      pressed.current = { step, from: { x: event.clientX, y: event.clientY }, moved: false };
      // From the start: a quick hand is off the button before the first move is told.
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const press = pressed.current;
      if (!press) return;
      const at = { x: event.clientX, y: event.clientY };
      if (!press.moved) {
        if (Math.hypot(at.x - press.from.x, at.y - press.from.y) < startAfter) return;
        press.moved = true;
        wasDrag.current = true;
      }
      setDragged({ step, at });
      onOver(step, at);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (pressed.current?.moved) onDrop(step, { x: event.clientX, y: event.clientY });
      if (pressed.current) end();
    },
    onPointerCancel: end,
  });

  return {
    dragged,
    handlersFor,
    /** Whether the click that follows belongs to a drag. */
    ateClick: () => wasDrag.current,
  };
}
