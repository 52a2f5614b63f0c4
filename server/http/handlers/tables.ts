import { cellText } from "#shared/tables/cell.ts";
import { defused, writeCsv } from "#shared/tables/csv.ts";
import { mostRows } from "#shared/tables/table.ts";
import { usersOf } from "../../publishing/usersOf.ts";
import type { Done, Table } from "../../store/tables.ts";
import type { Handlers } from "../mount.ts";
import { notFound, refusedByTable } from "../problems.ts";
import type { Services } from "./services.ts";

type Names =
  | "listTables"
  | "createTable"
  | "getTable"
  | "renameTable"
  | "deleteTable"
  | "addColumn"
  | "renameColumn"
  | "removeColumn"
  | "listRows"
  | "addRows"
  | "changeRows"
  | "removeRows"
  | "exportTable";

/** @throws ProblemError in words, where it was refused. */
function valueOf<T>(done: Done<T>): T {
  if (done.outcome === "refused") throw refusedByTable(done);
  return done.value;
}

export function tableHandlers({ tables, workflows, hub, newId }: Services): Pick<Handlers, Names> {
  const found = (id: string): Table => {
    const table = tables.get(id);
    if (!table) throw notFound();
    return table;
  };

  function detail(id: string) {
    const table = found(id);
    const users = usersOf(workflows);
    return {
      ...table,
      usedBy: users(id),
      columns: table.columns.map((column) => ({ ...column, usedBy: users(column.id) })),
    };
  }

  /** After its name or columns have changed. */
  function changed(id: string) {
    hub.tell({ type: "table", id });
    return detail(id);
  }

  return {
    listTables() {
      const users = usersOf(workflows);
      return { tables: tables.all().map(({ id, name, rows }) => ({ id, name, rows, usedBy: users(id) })) };
    },
    createTable({ body }) {
      const id = newId();
      valueOf(
        tables.create(
          id,
          body.name,
          body.columns.map((column) => ({ id: newId(), ...column })),
        ),
      );
      return changed(id);
    },
    getTable: ({ params }) => detail(params.id),
    renameTable({ params, body }) {
      found(params.id);
      tables.rename(params.id, body.name);
      return changed(params.id);
    },
    deleteTable({ params }) {
      found(params.id);
      tables.remove(params.id);
      hub.tell({ type: "table", id: params.id });
      return { ok: true };
    },
    addColumn({ params, body }) {
      valueOf(tables.addColumn(params.id, { id: newId(), ...body }));
      return changed(params.id);
    },
    renameColumn({ params, body }) {
      found(params.id);
      valueOf(tables.renameColumn(params.id, params.column, body.name));
      return changed(params.id);
    },
    removeColumn({ params }) {
      found(params.id);
      tables.removeColumn(params.id, params.column);
      return changed(params.id);
    },
    listRows: ({ params, query }) => tables.page(found(params.id).id, query.offset, query.limit, query.search),
    addRows({ params, body }) {
      const rows = valueOf(tables.addRows(params.id, body.rows));
      hub.tell({ type: "rows", table: params.id });
      return { rows };
    },
    changeRows({ params, body }) {
      const gone = valueOf(tables.changeRows(params.id, body.rows));
      hub.tell({ type: "rows", table: params.id });
      return { gone };
    },
    removeRows({ params, body }) {
      tables.removeRows(found(params.id).id, body.rows);
      hub.tell({ type: "rows", table: params.id });
      return { ok: true };
    },
    exportTable({ params, query }) {
      const { id, columns } = found(params.id);
      const lines = tables.page(id, 0, mostRows, "").rows.map(({ cells }) =>
        columns.map((column) => {
          const cell = cells[column.id] ?? null;
          return typeof cell === "string" ? defused(cell) : cellText(cell, query.language);
        }),
      );
      return { csv: writeCsv([columns.map(({ name }) => defused(name)), ...lines]) };
    },
  };
}
