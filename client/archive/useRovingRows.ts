import { type KeyboardEvent, useState } from "react";

/** Where a key leads from a row: up, down, to the first or the last. Null for other keys. */
export function rowAfter(key: string, at: number, count: number): number | null {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

/** A long list that takes one Tab: arrows lead from row to row, so that whoever uses the keyboard gets past it. Each item's first link is its row. */
export function useRovingRows(count: number) {
  const [last, reach] = useState(0);
  const at = Math.min(last, Math.max(0, count - 1));
  return {
    /** The row that Tab leads to. */
    at,
    /** For a row that has got the keyboard. */
    reach,
    /** For the list itself. */
    onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const to = rowAfter(event.key, at, count);
      if (to === null) return;
      event.preventDefault();
      event.currentTarget.children.item(to)?.querySelector("a")?.focus();
    },
  };
}
