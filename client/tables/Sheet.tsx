import { type MouseEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import type { TableDetail } from "#shared/api/tables.ts";
import type { Column } from "#shared/tables/table.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { CellEditor } from "./CellEditor.tsx";
import { lineHeight } from "./measures.ts";
import { type Place, type Range, rangeOf, within } from "./places.ts";
import { SheetHead } from "./SheetHead.tsx";
import { SheetLine } from "./SheetLine.tsx";
import classes from "./Sheet.module.css";
import type { ShownRow } from "./sheetRow.ts";
import type { Selection, SheetScope } from "./sheetScope.ts";
import { useCellEdit } from "./useCellEdit.ts";
import type { Sheet as Rows } from "./useSheet.ts";
import { useSheetClip } from "./useSheetClip.ts";
import { useSheetKeys } from "./useSheetKeys.ts";
import type { Viewport } from "./useViewport.ts";

interface Props {
  table: TableDetail;
  rows: Rows;
  view: Viewport;
  grows: boolean;
  selection: Selection;
  onSelect(selection: Selection): void;
  /** How many pasted values did not fit. */
  onLeftOut(count: number): void;
  onColumn: { rename(column: Column): void; remove(column: Column): void };
  /** The rows of a range; those out of sight are read. */
  rowsIn(range: Range): Promise<ShownRow[]>;
}

/** Where a pointer is; column -1 is a row's number. */
function pointed({ target }: MouseEvent): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
  return cell ? { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) } : null;
}

/** Rows and columns, edited in place as in a spreadsheet. Only what is in sight is drawn. */
export function Sheet({ table, rows, view, grows, selection, onSelect, onLeftOut, onColumn, rowsIn }: Props) {
  const { t } = useTranslation("tables");
  const { language } = useLanguage();
  const id = useId();
  const { columns } = table;
  const { watch, onScroll, focus } = view;
  const lines = rows.count + (grows ? 1 : 0);
  const size = { rows: lines, columns: columns.length, page: view.lines };
  const active = within(selection.active, size);
  const range = rangeOf(active, within(selection.anchor, size));
  const scope: SheetScope = {
    columns,
    rows,
    grows,
    size,
    active,
    range,
    language,
    onSelect,
    select(place, extend = false) {
      onSelect({ active: place, anchor: extend ? selection.anchor : place });
      view.reveal(place);
    },
    selectLines: (one, other) =>
      onSelect({ active: { row: one, column: 0 }, anchor: { row: other, column: columns.length - 1 } }),
  };
  const cell = useCellEdit(scope);
  const clip = useSheetClip(scope, rowsIn, onLeftOut);
  const onKeyDown = useSheetKeys(scope, cell, { focus, clear: () => void clip.clear() });
  const { edit } = cell;

  function press(event: MouseEvent): void {
    const place = pointed(event);
    if (!place || event.button !== 0 || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    if (!cell.finish()) return;
    focus();
    if (place.column < 0) scope.selectLines(place.row, event.shiftKey ? selection.anchor.row : place.row);
    else scope.select(place, event.shiftKey);
  }

  function drag(event: MouseEvent): void {
    const place = event.buttons === 1 && !edit ? pointed(event) : null;
    if (!place || place.column < 0 || (place.row === active.row && place.column === active.column)) return;
    onSelect({ active: place, anchor: selection.anchor });
  }

  const drawn = Array.from({ length: Math.max(0, Math.min(lines - 1, view.last) - view.first + 1) }, (_, index) => {
    const line = view.first + index;
    const selected = line >= range.from.row && line <= range.to.row;
    const row = rows.at(line);
    const isEdited = edit !== null && (edit.row ? row?.key === edit.row.key : line >= rows.count);
    return (
      <SheetLine
        key={row?.key ?? `line ${line}`}
        id={id}
        index={line}
        columns={columns}
        cells={row?.cells}
        isNew={line >= rows.count}
        from={selected ? range.from.column : -1}
        to={selected ? range.to.column : -1}
        active={line === active.row ? active.column : -1}
        edited={isEdited ? columns.findIndex((column) => column.id === edit.column.id) : -1}
        editor={
          isEdited ? (
            <CellEditor name={edit.column.name} editing={edit} onType={cell.type} onLeave={cell.finish} />
          ) : null
        }
      />
    );
  });
  const isDrawn = active.row >= view.first && active.row <= view.last;
  return (
    <div
      ref={watch}
      role="grid"
      tabIndex={0}
      className={classes.grid}
      aria-label={t("sheet", { name: table.name })}
      aria-rowcount={lines + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={isDrawn && !edit ? `${id}-${active.row}-${active.column}` : undefined}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // Whoever comes back to the sheet itself has let go of what did not fit.
        if (event.target === event.currentTarget) cell.cancel();
      }}
      onMouseDown={press}
      onMouseOver={drag}
      onDoubleClick={(event) => {
        if (!edit && (pointed(event)?.column ?? -1) >= 0) cell.begin(true);
      }}
      onCopy={(event) => {
        if (!edit) clip.copy(event);
      }}
      onCut={(event) => {
        if (edit) return;
        clip.copy(event);
        void clip.clear();
      }}
      onPaste={(event) => {
        if (edit) return;
        event.preventDefault();
        void clip.paste(event.clipboardData.getData("text/plain"));
      }}
    >
      <SheetHead columns={columns} onColumn={onColumn} />
      <div role="rowgroup" className={classes.body} style={{ height: lines * lineHeight }}>
        {drawn}
      </div>
    </div>
  );
}
