import type { Cells } from "#shared/tables/table.ts";

/** A row as it is shown: by its number, or, until that is known, by a name of our own. */
export interface ShownRow {
  key: number | string;
  cells: Cells;
}
