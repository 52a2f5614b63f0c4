import { fold } from "#shared/language/text.ts";
import { cellKey, fitsColumn } from "#shared/tables/cell.ts";
import { type Cell, type Cells, type Column, longestCell, mostColumns, mostRows } from "#shared/tables/table.ts";
import type { ListItem } from "#shared/workspace/lists.ts";
import type { Database } from "./database.ts";
import type { TableRefusal } from "./tableRefusal.ts";

export interface Table {
  id: string;
  name: string;
  columns: Column[];
  /** How many. */
  rows: number;
}

/** One row. Its number is its place among the others, and it keeps it. */
export interface TableRow {
  row: number;
  cells: Cells;
}

export type Done<T> = { outcome: "done"; value: T } | ({ outcome: "refused" } & TableRefusal);

const done = <T>(value: T): Done<T> => ({ outcome: "done", value });
const refused = (refusal: TableRefusal) => ({ outcome: "refused" as const, ...refusal });

interface StoredCell {
  row: number;
  column_id: string;
  value: string | number;
}

/** Tables with their columns and rows. Whoever writes a cell last wins; its neighbours are not touched. */
export function tableStore(db: Database) {
  const all = db.prepare<[], { id: string; name: string; rows: number }>(
    `select id, name, (select count(*) from table_rows where table_id = tables.id) as rows
     from tables order by name collate nocase, id`,
  );
  const byId = db.prepare<[string], { name: string }>("select name from tables where id = ?");
  const insert = db.prepare("insert into tables (id, name) values (?, ?)");
  const rename = db.prepare("update tables set name = ? where id = ?");
  const remove = db.prepare("delete from tables where id = ?");
  const columnsOf = db.prepare<[string], Column>(
    "select id, name, type from table_columns where table_id = ? order by place",
  );
  const addColumn = db.prepare(
    `insert into table_columns (id, table_id, place, name, type)
     values (:id, :table, (select coalesce(max(place), 0) + 1 from table_columns where table_id = :table), :name, :type)`,
  );
  const renameColumn = db.prepare("update table_columns set name = ? where id = ? and table_id = ?");
  const removeColumn = db.prepare("delete from table_columns where id = ? and table_id = ?");
  const countRows = db.prepare<[string], { rows: number }>(
    "select count(*) as rows from table_rows where table_id = ?",
  );
  const page = db.prepare<[string, number, number], { row: number }>(
    "select row from table_rows where table_id = ? order by row limit ? offset ?",
  );
  const holding = `table_id = :table and exists
    (select 1 from table_cells where table_cells.row = table_rows.row and instr(key, :words) > 0)`;
  const countHolding = db.prepare<{ table: string; words: string }, { rows: number }>(
    `select count(*) as rows from table_rows where ${holding}`,
  );
  const pageHolding = db.prepare<{ table: string; words: string; limit: number; offset: number }, { row: number }>(
    `select row from table_rows where ${holding} order by row limit :limit offset :offset`,
  );
  const cellsIn = db.prepare<[string], StoredCell>(
    "select row, column_id, value from table_cells where row in (select value from json_each(?))",
  );
  const addRow = db.prepare<[string], { row: number }>("insert into table_rows (table_id) values (?) returning row");
  // Only a number that was given once can be put back: any other would use numbers up.
  const putBack = db.prepare<{ row: number; table: string }, { row: number }>(
    `insert into table_rows (row, table_id)
     select :row, :table where :row <= (select seq from sqlite_sequence where name = 'table_rows')
       and not exists (select 1 from table_rows where row = :row)
     returning row`,
  );
  const isRow = db.prepare<[number, string], { row: number }>(
    "select row from table_rows where row = ? and table_id = ?",
  );
  const removeRow = db.prepare("delete from table_rows where row = ? and table_id = ?");
  const setCell = db.prepare("insert or replace into table_cells (row, column_id, value, key) values (?, ?, ?, ?)");
  const emptyCell = db.prepare("delete from table_cells where row = ? and column_id = ?");
  const firstBy = db.prepare<[string, string | number], { row: number }>(
    "select row from table_cells where column_id = ? and key = ? order by row limit 1",
  );
  const removeBy = db.prepare(
    "delete from table_rows where row in (select row from table_cells where column_id = ? and key = ?)",
  );

  const columnsIn = (table: string): Column[] | null => (byId.get(table) ? columnsOf.all(table) : null);

  function rowsOf(rows: readonly number[], columns: readonly Column[]): TableRow[] {
    const types = new Map(columns.map(({ id, type }) => [id, type]));
    const cells = new Map(rows.map((row): [number, Cells] => [row, {}]));
    for (const { row, column_id, value } of cellsIn.all(JSON.stringify(rows))) {
      const held = cells.get(row);
      if (held) held[column_id] = types.get(column_id) === "boolean" ? value === 1 : value;
    }
    return rows.map((row) => ({ row, cells: cells.get(row) ?? {} }));
  }

  /** Why cells cannot be written; null where they can. */
  function wrongIn(cells: Cells, columns: readonly Column[]): TableRefusal | null {
    for (const [id, cell] of Object.entries(cells)) {
      const column = columns.find((candidate) => candidate.id === id);
      if (!column) return { why: "no-column" };
      if (!fitsColumn(column.type, cell)) return { why: "misfit", column: column.name };
      if (typeof cell === "string" && cell.length > longestCell) return { why: "too-long", column: column.name };
    }
    return null;
  }

  function write(row: number, cells: Cells): void {
    for (const [column, cell] of Object.entries(cells)) {
      if (cell === null || (typeof cell === "string" && cell.trim() === "")) emptyCell.run(row, column);
      else setCell.run(row, column, typeof cell === "boolean" ? Number(cell) : cell, cellKey(cell));
    }
  }

  const nameTaken = (columns: readonly Column[], name: string, but = ""): boolean =>
    columns.some((column) => column.id !== but && fold(column.name).trim() === fold(name).trim());

  return {
    /** By name. */
    all: (): Table[] => all.all().map((row) => ({ ...row, columns: columnsOf.all(row.id) })),
    /** As pickers show them. */
    listed: (): ListItem[] => all.all().map(({ id, name }) => ({ id, name, columns: columnsOf.all(id) })),
    /** Null where there is no such table. */
    columns: columnsIn,
    get(id: string): Table | null {
      const row = byId.get(id);
      return row ? { id, name: row.name, columns: columnsOf.all(id), rows: countRows.get(id)?.rows ?? 0 } : null;
    },
    create: db.transaction((id: string, name: string, columns: readonly Column[]): Done<null> => {
      if (columns.length > mostColumns) return refused({ why: "too-many-columns" });
      if (columns.some((column) => nameTaken(columns, column.name, column.id))) return refused({ why: "same-name" });
      insert.run(id, name);
      for (const column of columns) addColumn.run({ ...column, table: id });
      return done(null);
    }),
    rename: (id: string, name: string): void => void rename.run(name, id),
    remove: (id: string): void => void remove.run(id),
    addColumn: db.transaction((table: string, column: Column): Done<null> => {
      const columns = columnsIn(table);
      if (!columns) return refused({ why: "no-table" });
      if (columns.length >= mostColumns) return refused({ why: "too-many-columns" });
      if (nameTaken(columns, column.name)) return refused({ why: "same-name" });
      addColumn.run({ ...column, table });
      return done(null);
    }),
    renameColumn: db.transaction((table: string, column: string, name: string): Done<null> => {
      if (nameTaken(columnsIn(table) ?? [], name, column)) return refused({ why: "same-name" });
      return renameColumn.run(name, column, table).changes > 0 ? done(null) : refused({ why: "no-column" });
    }),
    /** Its cells go with it. */
    removeColumn: (table: string, column: string): void => void removeColumn.run(column, table),
    /** Rows from `offset` on in their order, and how many there are in all; of those that hold some words, if any are given. */
    page(table: string, offset: number, limit: number, search: string): { rows: TableRow[]; total: number } {
      const words = fold(search).trim();
      const columns = columnsOf.all(table);
      const rows = words === "" ? page.all(table, limit, offset) : pageHolding.all({ table, words, limit, offset });
      const total = words === "" ? countRows.get(table) : countHolding.get({ table, words });
      return {
        rows: rowsOf(
          rows.map(({ row }) => row),
          columns,
        ),
        total: total?.rows ?? 0,
      };
    },
    /** Adds rows at the end; one with a number it had before goes back to its place. Gives their numbers. All of them, or none. */
    addRows: db.transaction(
      (table: string, rows: readonly { row?: number | undefined; cells: Cells }[]): Done<number[]> => {
        const columns = columnsIn(table);
        if (!columns) return refused({ why: "no-table" });
        if ((countRows.get(table)?.rows ?? 0) + rows.length > mostRows) return refused({ why: "too-many-rows" });
        const wrong = rows.map(({ cells }) => wrongIn(cells, columns)).find((each) => each !== null);
        if (wrong) return refused(wrong);
        return done(
          rows.map(({ row: old, cells }) => {
            const row = (old === undefined ? undefined : putBack.get({ row: old, table })) ?? addRow.get(table);
            if (!row) throw new Error(`table ${table}: a row was added and has no number`);
            write(row.row, cells);
            return row.row;
          }),
        );
      },
    ),
    /** Writes the cells named, and no others. Gives the numbers of rows that are no longer there. All of them, or none. */
    changeRows: db.transaction((table: string, rows: readonly TableRow[]): Done<number[]> => {
      const columns = columnsIn(table);
      if (!columns) return refused({ why: "no-table" });
      const wrong = rows.map(({ cells }) => wrongIn(cells, columns)).find((each) => each !== null);
      if (wrong) return refused(wrong);
      const gone = rows.filter(({ row }) => !isRow.get(row, table)).map(({ row }) => row);
      for (const { row, cells } of rows) if (!gone.includes(row)) write(row, cells);
      return done(gone);
    }),
    removeRows: db.transaction((table: string, rows: readonly number[]): void => {
      for (const row of rows) removeRow.run(row, table);
    }),
    /** The first row whose column holds it; null for none. */
    firstBy(column: Column, cell: Exclude<Cell, null>, columns: readonly Column[]): TableRow | null {
      const found = firstBy.get(column.id, cellKey(cell));
      return (found && rowsOf([found.row], columns)[0]) ?? null;
    },
    /** Removes every row whose column holds it; gives how many. */
    removeBy: (column: Column, cell: Exclude<Cell, null>): number => removeBy.run(column.id, cellKey(cell)).changes,
  };
}

export type TableStore = ReturnType<typeof tableStore>;
