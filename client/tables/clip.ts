import type { Language } from "#shared/language/text.ts";
import { cellText, readCell } from "#shared/tables/cell.ts";
import { readCsv, writeCsv } from "#shared/tables/csv.ts";
import { type Cell, type Cells, type Column, longestCell } from "#shared/tables/table.ts";

/** Cells as a spreadsheet takes them from the clipboard. */
export const copied = (rows: readonly Cells[], columns: readonly Column[], language: Language): string =>
  writeCsv(
    rows.map((cells) => columns.map(({ id }) => cellText(cells[id] ?? null, language))),
    "\t",
  ).replace(/\r\n$/, "");

/** What one typed or pasted cell holds; undefined where it does not fit its column. */
export const typedCell = ({ type }: Column, words: string, language: Language): Cell | undefined =>
  words.length > longestCell ? undefined : readCell(type, words, language);

/**
 * The cells that a spreadsheet's clipboard brings to these columns, a row each. One value goes into each of `rows` lines and
 * all columns. `leftOut` counts what does not fit, or stands beyond the last column.
 */
export function pasted(
  text: string,
  columns: readonly Column[],
  rows: number,
  wide: number,
  language: Language,
): { rows: Cells[]; leftOut: number } {
  // A lone empty line is an empty cell here, and the end of the last line is no line.
  const lines = readCsv(text, "\t");
  const [only = "", more] = lines[0] ?? [];
  const single = lines.length === 1 && more === undefined;
  const block = single ? Array.from({ length: rows }, () => Array.from({ length: wide }, () => only)) : lines;
  let leftOut = 0;
  const cells = block.map((line) =>
    Object.fromEntries(
      line.flatMap((words, index): [string, Cell][] => {
        const column = columns[index];
        const cell = column && typedCell(column, words, language);
        if (column && cell !== undefined) return [[column.id, cell]];
        leftOut += 1;
        return [];
      }),
    ),
  );
  return { rows: lines.length === 0 ? [] : cells, leftOut };
}
