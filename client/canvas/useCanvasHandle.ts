import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useMemo } from "react";
import type { CanvasHandle } from "./CanvasHandle.ts";
import { cardWidth } from "./cardSize.ts";
import { fitting } from "./fitting.ts";
import type { Point } from "./positionsOf.ts";

const margin = 24;
const moveMs = 150;

const isStill = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

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
        const inView =
          start.x >= box.left + margin &&
          start.y >= box.top + margin &&
          end.x <= box.right - margin &&
          end.y <= box.bottom - margin;
        if (inView) return;
        void flow.setCenter(found.position.x + cardWidth / 2, found.position.y + height / 2, {
          zoom: Math.max(flow.getZoom(), 0.6),
          duration: isStill() ? 0 : moveMs,
        });
      },
      focus: (node) => elementOf(node)?.focus({ preventScroll: true }),
      boxOf: (node) => elementOf(node)?.getBoundingClientRect() ?? null,
      fit: () => void flow.fitView({ ...fitting, duration: isStill() ? 0 : moveMs }),
    };
  }, [flow, store]);
}
