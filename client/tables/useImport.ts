import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { TableDetail } from "#shared/api/tables.ts";
import type { Cells } from "#shared/tables/table.ts";
import { call } from "../api/call.ts";
import { useNotice } from "../ui/useNotice.ts";
import type { ImportPlan } from "./importPlan.ts";
import { inChunks } from "./inChunks.ts";
import { useRefused } from "../ui/useRefused.ts";

/** The table with the columns that the plan needs, made where there is none. */
async function prepared(table: TableDetail | null, name: string, { columns }: ImportPlan): Promise<TableDetail> {
  const fresh = columns.filter(({ into }) => into === null).map((column) => ({ name: column.name, type: column.type }));
  if (!table) return call(routes.createTable, { body: { name, columns: fresh } });
  let grown = table;
  for (const body of fresh) grown = await call(routes.addColumn, { params: { id: table.id }, body });
  return grown;
}

/** Puts a file's rows into a table, a part at a time. What stops it on the way is told with how far it came. Gives the table's id. */
export function useImport(table: TableDetail | null) {
  const { t } = useTranslation("tables");
  const client = useQueryClient();
  const notice = useNotice();
  const refused = useRefused();
  return useMutation({
    async mutationFn({ name, plan }: { name: string; plan: ImportPlan }): Promise<string> {
      const { id, columns } = await prepared(table, name, plan);
      const ids = plan.columns.map(({ into, name: own }) => into ?? columns.find((one) => one.name === own)?.id ?? "");
      const rows = plan.rows.map((cells) => ({
        cells: Object.fromEntries(
          ids.flatMap((column, index) => (cells[index] === null ? [] : [[column, cells[index] ?? null]])),
        ) as Cells,
      }));
      let done = 0;
      try {
        for (const part of inChunks(rows)) {
          await call(routes.addRows, { params: { id }, body: { rows: part } });
          done += part.length;
        }
        notice(t("imported", { count: done }));
      } catch (error) {
        // Before the first there is nothing to say but why; the dialog does.
        if (done === 0) throw error;
        refused(t("importHalf", { done, count: rows.length }), error);
      }
      return id;
    },
    onSettled: () =>
      Promise.all(["listTables", "getTable", "listRows"].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
}
