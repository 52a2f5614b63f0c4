import { CsvMapping } from "#shared/archive/csvMapping.ts";
import { useKeptText } from "../ui/useKeptText.ts";
import type { TableLook } from "./fileQueue.ts";

function read(kept: string): CsvMapping | null {
  if (kept === "") return null;
  const parsed = CsvMapping.safeParse(JSON.parse(kept));
  return parsed.success ? parsed.data : null;
}

/** What was said of a table's columns, else the guess. Kept by their names: it is there again on the way back, and for the next file that has the same. */
export function useMapping({ columns, guess }: TableLook): [CsvMapping, (mapping: CsvMapping) => void] {
  const [kept, keep] = useKeptText(`columns.${JSON.stringify(columns)}`);
  return [read(kept) ?? guess, (mapping) => keep(JSON.stringify(mapping))];
}
