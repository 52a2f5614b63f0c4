import { z } from "zod";

/** What the cells of a column hold. Dates are days, YYYY-MM-DD. */
export const ColumnType = z.enum(["text", "number", "date", "boolean"]);
export type ColumnType = z.infer<typeof ColumnType>;

/** One column. The id is ours and stays when it is renamed. */
export const Column = z.object({ id: z.string(), name: z.string(), type: ColumnType });
export type Column = z.infer<typeof Column>;

/** What one cell holds, as its column's type says; null where it is empty. */
export const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof Cell>;

/** Cells by the ids of their columns; a cell that is empty may be left out. */
export const Cells = z.record(z.string().max(64), Cell);
export type Cells = z.infer<typeof Cells>;

export const mostColumns = 50;
export const mostRows = 20_000;
/** Characters in one cell. */
export const longestCell = 2_000;
/** Characters in a table's or a column's name. */
export const longestName = 80;
