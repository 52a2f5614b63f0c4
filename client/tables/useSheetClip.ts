import type { ClipboardEvent } from "react";
import { copied, pasted } from "./clip.ts";
import type { Range } from "./places.ts";
import type { ShownRow } from "./sheetRow.ts";
import type { SheetScope } from "./sheetScope.ts";

/** What is done to all selected cells: copied, emptied, pasted over. `rowsIn` reads rows that are out of sight. */
export function useSheetClip(
  { columns, rows, grows, range, language, onSelect }: SheetScope,
  rowsIn: (range: Range) => Promise<ShownRow[]>,
  onLeftOut: (count: number) => void,
) {
  const { from, to } = range;
  const across = columns.slice(from.column, to.column + 1);

  function copy(event: ClipboardEvent): void {
    event.preventDefault();
    const end = Math.min(to.row + 1, rows.count);
    const lines = Array.from({ length: Math.max(0, end - from.row) }, (_, index) => rows.at(from.row + index));
    const there = lines.filter((row) => row !== undefined);
    const words = (some: readonly ShownRow[]) => {
      const cells = some.map((row) => row.cells);
      return copied(cells, across, language);
    };
    // The event's own clipboard does not wait for what has to be read.
    if (there.length === lines.length) event.clipboardData.setData("text/plain", words(there));
    else void rowsIn(range).then((read) => navigator.clipboard.writeText(words(read)));
  }

  async function clear(): Promise<void> {
    const emptied = Object.fromEntries(across.map(({ id }) => [id, null]));
    const there = await rowsIn(range);
    if (there.length > 0) rows.change(there.map((row) => ({ row, cells: emptied })));
  }

  async function paste(text: string): Promise<void> {
    const block = pasted(text, columns.slice(from.column), to.row - from.row + 1, across.length, language);
    if (block.rows.length === 0) return;
    const last = from.row + block.rows.length - 1;
    const there = await rowsIn({ from, to: { row: last, column: to.column } });
    const changes = there.map((row, index) => ({ row, cells: block.rows[index] ?? {} }));
    if (changes.length > 0) rows.change(changes);
    const more = grows ? block.rows.slice(there.length) : [];
    if (more.length > 0) rows.add(more);
    if (block.leftOut > 0) onLeftOut(block.leftOut);
    const wide = Math.max(across.length, ...block.rows.map((cells) => Object.keys(cells).length));
    onSelect({ active: from, anchor: { row: last, column: from.column + wide - 1 } });
  }

  return { copy, clear, paste };
}
