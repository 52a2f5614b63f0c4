import type { Json } from "#shared/nodes/define.ts";
import type { Column } from "#shared/tables/table.ts";
import { useScope } from "../useScope.ts";

/** The columns of the table that another setting names; or why there are none to choose from. */
export function useColumns(table: Json | undefined): readonly Column[] | "tableFirst" | "tableUnknown" {
  const { lists } = useScope();
  if (typeof table !== "string" || table === "") return "tableFirst";
  return lists?.tables.find(({ id }) => id === table)?.columns ?? "tableUnknown";
}
