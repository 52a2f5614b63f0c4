import type { Json } from "#shared/nodes/define.ts";
import type { RowEffect } from "#shared/nodes/effect.ts";
import { readCell } from "#shared/tables/cell.ts";
import type { Cells, Column } from "#shared/tables/table.ts";
import type { TableRefusal } from "./tableRefusal.ts";
import type { Done, TableStore } from "./tables.ts";

const refused = (refusal: TableRefusal) => ({ outcome: "refused" as const, ...refusal });

/** Words as cells of their columns; or why they are none. */
function cellsOf(effect: RowEffect, columns: readonly Column[]): Done<Cells> {
  const cells: Cells = {};
  for (const { column: id, words } of effect.cells) {
    const column = columns.find((candidate) => candidate.id === id);
    if (!column) return refused({ why: "no-column" });
    const cell = readCell(column.type, words, "en");
    if (cell === undefined) return refused({ why: "misfit", column: column.name });
    cells[id] = cell;
  }
  return { outcome: "done", value: cells };
}

/** What a run asks of a table, done. Call it inside the transaction that keeps the outcome. */
export function doToRows(tables: TableStore, effect: RowEffect): Done<Json> {
  const columns = tables.columns(effect.table);
  if (!columns) return refused({ why: "no-table" });
  const column = effect.where && columns.find(({ id }) => id === effect.where?.column);
  if (effect.where && !column) return refused({ why: "no-column" });
  // Words that no cell of the column can hold are in none.
  const sought = (column && effect.where && readCell(column.type, effect.where.is, "en")) ?? null;
  const found = column && sought !== null ? tables.firstBy(column, sought, columns) : null;
  const done = (value: Json): Done<Json> => ({ outcome: "done", value });

  if (effect.do === "find") return done({ found: found !== null, cells: found?.cells ?? {} });
  if (effect.do === "remove") return done({ removed: column && sought !== null ? tables.removeBy(column, sought) : 0 });

  const written = cellsOf(effect, columns);
  if (written.outcome === "refused") return written;
  if (found) {
    const changed = tables.changeRows(effect.table, [{ row: found.row, cells: written.value }]);
    return changed.outcome === "refused" ? changed : done({ added: false });
  }
  // What it was to be found by stands in the new row, so that it is found the next time.
  if (column && sought === null) return refused({ why: "misfit", column: column.name });
  const key = column ? { [column.id]: sought } : {};
  const added = tables.addRows(effect.table, [{ cells: { ...key, ...written.value } }]);
  return added.outcome === "refused" ? added : done({ added: true });
}
