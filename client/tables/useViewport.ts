import { type UIEvent, useCallback, useRef, useState } from "react";
import type { Column } from "#shared/tables/table.ts";
import { columnEdges, headHeight, lineHeight, numberWidth } from "./measures.ts";
import type { Place } from "./places.ts";

/** Lines drawn above and below those in sight, so that scrolling finds them there. */
const spare = 8;

/** Which lines of the sheet are in sight. */
export interface Viewport {
  /** The lines to draw, by their indexes. */
  first: number;
  last: number;
  /** How many are in sight at once. */
  lines: number;
  /** The element that scrolls and takes the keyboard. */
  watch(element: HTMLElement | null): void;
  focus(): void;
  onScroll(event: UIEvent): void;
  /** Scrolls as little as brings a cell into sight. */
  reveal(place: Place): void;
}

export function useViewport(columns: readonly Column[]): Viewport {
  const scroller = useRef<HTMLElement>(null);
  const observer = useRef<ResizeObserver>(null);
  const [top, setTop] = useState(0);
  const [lines, setLines] = useState(20);
  const watch = useCallback((element: HTMLElement | null) => {
    if (scroller.current === element) return;
    scroller.current = element;
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new ResizeObserver(() =>
      setLines(Math.max(1, Math.floor((element.clientHeight - headHeight) / lineHeight))),
    );
    observer.current.observe(element);
  }, []);
  return {
    first: Math.max(0, top - spare),
    last: top + lines + spare,
    lines,
    watch,
    focus: () => scroller.current?.focus({ preventScroll: true }),
    onScroll: ({ currentTarget }) => setTop(Math.floor(currentTarget.scrollTop / lineHeight)),
    reveal({ row, column }) {
      const element = scroller.current;
      if (!element) return;
      const [above, below] = [row * lineHeight, (row + 1) * lineHeight];
      const inside = element.clientHeight - headHeight;
      if (above < element.scrollTop) element.scrollTop = above;
      else if (below > element.scrollTop + inside) element.scrollTop = below - inside;
      const { left, right } = columnEdges(columns, column);
      const across = element.clientWidth - numberWidth;
      if (left < element.scrollLeft) element.scrollLeft = left;
      else if (right > element.scrollLeft + across) element.scrollLeft = right - across;
    },
  };
}
