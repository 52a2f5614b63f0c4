import { type KeyboardEvent, useRef } from "react";
import { moved, type Place, tabbed, within } from "./places.ts";
import type { SheetScope } from "./sheetScope.ts";
import type { useCellEdit } from "./useCellEdit.ts";

interface Acts {
  /** Gives the keyboard back to the sheet. */
  focus(): void;
  clear(): void;
}

/** Whatever makes a letter opens the cell and is typed into it, also by dead keys and input methods. */
const isTyped = (key: string): boolean => key.length === 1 || key === "Dead" || key === "Process";

/** The keys of a sheet, as in a spreadsheet. After Escape the next Tab leaves it, so that nobody is caught in it. */
export function useSheetKeys(scope: SheetScope, cell: ReturnType<typeof useCellEdit>, { focus, clear }: Acts) {
  const { columns, rows, size, active, range, onSelect, select, selectLines } = scope;
  const leaving = useRef(false);
  /** In which column a row of Tabs began, and where it has come to: from there Enter goes on below its beginning. */
  const run = useRef<{ column: number; at: Place } | null>(null);

  function go(event: KeyboardEvent, lines: number): void {
    const by = event.shiftKey ? -1 : 1;
    const larger = { ...size, rows: lines };
    const { row, column } = active;
    const begun = run.current?.at.row === row && run.current.at.column === column ? run.current.column : column;
    const isTab = event.key === "Tab";
    const next = isTab ? tabbed(active, by, larger) : within({ row: row + by, column: begun }, larger);
    if (!next) return;
    event.preventDefault();
    run.current = isTab ? { column: begun, at: next } : null;
    select(next);
  }

  function whileEditing(event: KeyboardEvent<HTMLElement>): void {
    const { key, altKey, target } = event;
    if (event.nativeEvent.isComposing || !(target instanceof HTMLTextAreaElement)) return;
    if (key === "Escape") {
      cell.cancel();
      focus();
    } else if (key === "Enter" && altKey) {
      event.preventDefault();
      target.setRangeText("\n", target.selectionStart, target.selectionEnd, "end");
      cell.type(target.value);
    } else if (key === "Enter" || key === "Tab") {
      event.preventDefault();
      const kept = cell.finish();
      if (!kept) return;
      focus();
      go(event, size.rows + (kept === "grown" ? 1 : 0));
    }
  }

  function onSheet(event: KeyboardEvent<HTMLElement>): void {
    const { key, shiftKey, altKey } = event;
    const far = event.ctrlKey || event.metaKey;
    const leaves = leaving.current;
    leaving.current = key === "Escape";
    if (altKey) return;
    if (key === "Tab") {
      if (!leaves && !far) go(event, size.rows);
      return;
    }
    const act = actFor(key, far, shiftKey);
    if (act) {
      event.preventDefault();
      act();
    } else if (!far && isTyped(key)) cell.begin(false);
  }

  function actFor(key: string, far: boolean, shift: boolean): (() => void) | null {
    const to = moved(active, key, far, size);
    if (to) return () => select(to, shift);
    if (far && key.toLowerCase() === "z" && !shift) return rows.undo;
    if (far && key.toLowerCase() === "a")
      return () =>
        onSelect({ active: { row: 0, column: 0 }, anchor: { row: rows.count - 1, column: columns.length - 1 } });
    if (far) return null;
    if (key === "Delete" || key === "Backspace") return clear;
    if (key === "Enter" || key === "F2") return () => cell.begin(true);
    if (key === " " && shift)
      return () => selectLines(active.row, range.from.row === active.row ? range.to.row : range.from.row);
    return key === " " && columns[active.column]?.type === "boolean" ? cell.toggle : null;
  }

  return (event: KeyboardEvent<HTMLElement>): void => {
    if (cell.edit) whileEditing(event);
    else if (event.target === event.currentTarget) onSheet(event);
  };
}
