import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { cellText } from "#shared/tables/cell.ts";
import type { Cell, Column } from "#shared/tables/table.ts";
import type { Editing } from "./CellEditor.tsx";
import { typedCell } from "./clip.ts";
import type { ShownRow } from "./sheetRow.ts";
import type { SheetScope } from "./sheetScope.ts";

/** A cell that is being edited: of which row, null for a new one, and of which column. */
export interface CellEdit extends Editing {
  row: ShownRow | null;
  column: Column;
}

/** One cell is edited at a time. It is the row's own cell, wherever the row comes to stand meanwhile. */
export function useCellEdit({ rows, columns, active, language, select }: SheetScope) {
  const { t } = useTranslation("tables");
  const [edit, setEdit] = useState<CellEdit | null>(null);
  /** The same at once: the field loses the keyboard before it is gone from the screen, and is asked what to keep only once. */
  const live = useRef<CellEdit | null>(null);
  const show = (next: CellEdit | null) => {
    live.current = next;
    setEdit(next);
  };

  /** The active cell; null where there is none, or its row is not read yet. */
  function target(): { row: ShownRow | null; column: Column } | null {
    const row = rows.at(active.row) ?? null;
    const column = columns[active.column];
    return column && (row || active.row >= rows.count) ? { row, column } : null;
  }

  function put(row: ShownRow | null, column: Column, cell: Cell): void {
    if (row) rows.change([{ row, cells: { [column.id]: cell } }]);
    else if (cell !== null) rows.add([{ [column.id]: cell }]);
  }

  return {
    edit,
    /** Opens the active cell: with what it holds, or to write something else. */
    begin(keeps: boolean): void {
      const at = target();
      if (!at) return;
      select(active);
      const text = keeps ? cellText(at.row?.cells[at.column.id] ?? null, language) : "";
      flushSync(() => show({ ...at, text, keeps, error: null }));
    },
    type(text: string): void {
      if (live.current) show({ ...live.current, text, error: null });
    },
    cancel: () => show(null),
    /** Keeps what was typed: "grown" where that began a new row. False where it does not fit, which is then said at the cell. */
    finish(): boolean | "grown" {
      const now = live.current;
      if (!now) return true;
      const { row, column, text } = now;
      const cell = typedCell(column, text, language);
      if (cell === undefined) {
        show({ ...now, error: t(`misfit_${column.type}`) });
        return false;
      }
      if (cell !== (row?.cells[column.id] ?? null)) put(row, column, cell);
      show(null);
      return row === null && cell !== null ? "grown" : true;
    },
    /** Turns the active cell's yes and no round. */
    toggle(): void {
      const at = target();
      if (at) put(at.row, at.column, at.row?.cells[at.column.id] !== true);
    },
  };
}
