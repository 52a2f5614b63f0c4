import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TableDetail } from "#shared/api/tables.ts";
import { query } from "../api/query.ts";

/** Changes a table's columns, and shows the table as it then is. */
export function useColumnChange<Given>(change: (given: Given) => Promise<TableDetail>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess(table) {
      client.setQueryData(query("getTable", { params: { id: table.id } }).queryKey, table);
      for (const name of ["listRows", "getLists"]) void client.invalidateQueries({ queryKey: [name] });
    },
  });
}
