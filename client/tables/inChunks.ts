import type { Cells } from "#shared/tables/table.ts";

/** Rows in one request, and what they may hold in all: a request has at most 20,000 values and 2 MB. */
const mostRows = 500;
const mostCells = 10_000;
const mostCharacters = 500_000;

/** Rows as they fit into requests, in their order. */
export function inChunks<R extends { cells: Cells }>(rows: readonly R[]): R[][] {
  const chunks: R[][] = [];
  let cells = 0;
  let characters = 0;
  for (const row of rows) {
    const values = Object.values(row.cells);
    const length = values.reduce((sum: number, value) => sum + String(value ?? "").length, 0);
    const last = chunks.at(-1);
    if (!last || last.length >= mostRows || cells + values.length > mostCells || characters + length > mostCharacters) {
      chunks.push([row]);
      cells = values.length;
      characters = length;
    } else {
      last.push(row);
      cells += values.length;
      characters += length;
    }
  }
  return chunks;
}
