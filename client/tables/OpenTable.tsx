import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Columns3, Plus, Search, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SheetRow, TableDetail } from "#shared/api/tables.ts";
import type { Column } from "#shared/tables/table.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNotice } from "../ui/useNotice.ts";
import { useTitle } from "../ui/useTitle.ts";
import { AddColumnDialog } from "./AddColumnDialog.tsx";
import { RemoveColumnDialog } from "./RemoveColumnDialog.tsx";
import { RenameColumnDialog } from "./RenameColumnDialog.tsx";
import classes from "./OpenTable.module.css";
import { type Range, rangeOf } from "./places.ts";
import { Sheet } from "./Sheet.tsx";
import type { ShownRow } from "./sheetRow.ts";
import type { Selection } from "./sheetScope.ts";
import { TableBar } from "./TableBar.tsx";
import { useRowPages } from "./useRowPages.ts";
import { useSheet } from "./useSheet.ts";
import { useUndoNotice } from "./useUndoNotice.tsx";
import { useViewport } from "./useViewport.ts";

type Dialog = { kind: "add" } | { kind: "rename" | "remove"; column: Column };

const corner: Selection = { active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } };

/** A table that is open: its bar, and its rows as a sheet. */
export function OpenTable({ table }: { table: TableDetail }) {
  const { t } = useTranslation("tables");
  const notice = useNotice();
  const undoNotice = useUndoNotice();
  const [words, setWords] = useState("");
  const [search] = useDebouncedValue(words.trim(), 200);
  const [selection, setSelection] = useState(corner);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const view = useViewport(table.columns);
  const pages = useRowPages(table.id, search, view.first, view.last);
  const rows = useSheet(table.id, pages);
  useTitle(table.name);

  /** Those of a range that hold rows; the ones out of sight are read. */
  async function rowsIn({ from, to }: Range): Promise<ShownRow[]> {
    const end = Math.min(to.row + 1, rows.count);
    const seen = Array.from({ length: Math.max(0, end - from.row) }, (_, index) => rows.at(from.row + index));
    const all = seen.filter((row) => row !== undefined);
    if (all.length === seen.length) return all;
    const read = await pages.between(from.row, end);
    return read.map(({ row, cells }) => ({ key: row, cells }));
  }

  const chosen = rangeOf(selection.active, selection.anchor);
  const count = Math.max(0, Math.min(chosen.to.row + 1, rows.count) - chosen.from.row);

  /** Stands on the line where a row is begun, at the end. */
  function beginRow(): void {
    const place = { row: rows.count, column: 0 };
    setSelection({ active: place, anchor: place });
    view.reveal(place);
    view.focus();
  }

  async function remove(): Promise<void> {
    await rows.settled();
    const gone: SheetRow[] = await pages.between(chosen.from.row, chosen.from.row + count);
    if (gone.length === 0) return;
    const undo = rows.remove(gone);
    setSelection({ active: chosen.from, anchor: chosen.from });
    // The button may have nothing left to delete, and then cannot hold the keyboard.
    view.focus();
    undoNotice(t("rowsDeleted", { count: gone.length }), undo);
  }

  return (
    <div className={classes.screen}>
      <TableBar
        table={table}
        count={rows.count}
        isSaving={rows.isSaving}
        onAddColumn={() => setDialog({ kind: "add" })}
      />
      {table.columns.length === 0 ? (
        <div className={classes.empty}>
          <EmptyState title={t("noColumns")} help={t("noColumnsHelp")}>
            <Button leftSection={<Columns3 size={16} aria-hidden />} onClick={() => setDialog({ kind: "add" })}>
              {t("addColumn")}
            </Button>
          </EmptyState>
        </div>
      ) : (
        <>
          <div className={classes.tools}>
            <TextInput
              size="xs"
              type="search"
              aria-label={t("search")}
              placeholder={t("search")}
              leftSection={<Search size={14} aria-hidden />}
              value={words}
              maxLength={200}
              onChange={({ currentTarget }) => {
                setWords(currentTarget.value);
                setSelection(corner);
              }}
            />
            <Button
              size="xs"
              variant="default"
              leftSection={<Plus size={14} aria-hidden />}
              disabled={search !== ""}
              onClick={beginRow}
            >
              {t("addRow")}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<Trash2 size={14} aria-hidden />}
              disabled={count === 0}
              onClick={() => void remove()}
            >
              {t("deleteRow", { count: Math.max(1, count) })}
            </Button>
            <p className={classes.help}>{t("help")}</p>
          </div>
          {pages.error && <Trouble error={pages.error} onRetry={pages.renew} />}
          {search !== "" && pages.total === 0 && (
            <p className={classes.none} role="status">
              {t("nothingFound", { words: search })}
            </p>
          )}
          <Sheet
            table={table}
            rows={rows}
            view={view}
            grows={search === ""}
            selection={selection}
            onSelect={setSelection}
            onLeftOut={(left) => notice(t("leftOut", { count: left }))}
            onColumn={{
              rename: (column) => setDialog({ kind: "rename", column }),
              remove: (column) => setDialog({ kind: "remove", column }),
            }}
            rowsIn={rowsIn}
          />
        </>
      )}
      {dialog?.kind === "add" && <AddColumnDialog table={table} onClose={() => setDialog(null)} />}
      {dialog?.kind === "rename" && (
        <RenameColumnDialog table={table} column={dialog.column} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === "remove" && (
        <RemoveColumnDialog table={table} column={dialog.column} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}
