import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { query } from "../api/query.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { OpenTable } from "./OpenTable.tsx";

/** One table, by the id in the address. */
export function TablePage() {
  const { id = "" } = useParams();
  const table = useQuery(query("getTable", { params: { id } }));
  if (table.isPending) return <Waiting />;
  if (table.isError) return <Trouble error={table.error} onRetry={() => void table.refetch()} />;
  return <OpenTable key={id} table={table.data} />;
}
