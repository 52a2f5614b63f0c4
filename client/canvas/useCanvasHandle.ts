import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useMemo } from "react";
import type { CanvasHandle } from "./CanvasHandle.ts";
import { cardWidth } from "./cardSize.ts";
import { fitting } from "./fitting.ts";
import type { Point } from "./positionsOf.ts";

const margin = 40;

/** How far a stretch has to move to lie between two bounds; its start counts where it does not fit. */
function shift(start: number, end: number, from: number, to: number): number {
  if (start < from || end - start > to - from) return from - start;
  return end > to ? to - end : 0;
}

/** Has to be used inside React Flow's provider. */
export function useCanvasHandle(): CanvasHandle {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(() => {
    const frame = (): DOMRect | null => store.getState().domNode?.getBoundingClientRect() ?? null;
    const elementOf = (node: string): HTMLElement | null =>
      store.getState().domNode?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`) ?? null;
    const holds = ({ x, y }: Point): boolean => {
      const box = frame();
      return box !== null && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    };
    return {
      toCanvas: (point) => (holds(point) ? flow.screenToFlowPosition(point) : null),
      lineUnder(point) {
        const over = document
          .elementsFromPoint(point.x, point.y)
          .map((element) => element.closest(".react-flow__edge"));
        return over.find((edge) => edge !== null)?.getAttribute("data-id") ?? null;
      },
      middle() {
        const box = frame();
        if (!box) return { x: 0, y: 0 };
        return flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
      },
      reveal(node) {
        const box = frame();
        const found = flow.getNode(node);
        if (!box || !found) return;
        const start = flow.flowToScreenPosition(found.position);
        const height = found.height ?? 0;
        const end = flow.flowToScreenPosition({ x: found.position.x + cardWidth, y: found.position.y + height });
        const by = {
          x: shift(start.x, end.x, box.left + margin, box.right - margin),
          y: shift(start.y, end.y, box.top + margin, box.bottom - margin),
        };
        if (by.x === 0 && by.y === 0) return;
        const { x, y, zoom } = flow.getViewport();
        void flow.setViewport({ x: x + by.x, y: y + by.y, zoom });
      },
      focus: (node) => elementOf(node)?.focus({ preventScroll: true }),
      boxOf: (node) => elementOf(node)?.getBoundingClientRect() ?? null,
      keepView() {
        const view = flow.getViewport();
        return () => void flow.setViewport(view);
      },
      fit: () => void flow.fitView(fitting),
    };
  }, [flow, store]);
}
