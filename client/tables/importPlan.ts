import { fold, type Language } from "#shared/language/text.ts";
import { readCell } from "#shared/tables/cell.ts";
import { type Cell, type Column, type ColumnType, longestCell } from "#shared/tables/table.ts";
import type { TableFile } from "./readTableFile.ts";

/** Where a column of a file goes: into one of the table's, or into a new one. */
export interface PlannedColumn {
  name: string;
  type: ColumnType;
  /** The id of the table's column; null for a new one. */
  into: string | null;
}

export interface ImportPlan {
  columns: PlannedColumn[];
  /** The cells of each row, in the order of the columns. */
  rows: Cell[][];
  /** How many values do not fit where they go, and are left out. */
  leftOut: number;
}

const folded = (name: string) => fold(name).trim();

/** The narrowest type that every value is of; a column of nothing but blanks holds text. Figures are never taken for yes and no. */
function typeOf(values: readonly string[], language: Language): ColumnType {
  const some = values.filter((words) => words.trim() !== "");
  // What begins with a zero or a plus is a number only to look at: a telephone, a postcode.
  const kept = some.some((words) => /^\s*(\+|0\d)/.test(words));
  const fits = (type: ColumnType) => some.every((words) => readCell(type, words, language) !== undefined);
  if (some.length === 0 || kept) return "text";
  if (fits("number")) return "number";
  return (["date", "boolean"] as const).find(fits) ?? "text";
}

/** How a file's columns and rows go into a table's columns, found by name; those it does not have are new. */
export function importPlan(file: TableFile, columns: readonly Column[], language: Language): ImportPlan {
  const planned = file.headers.map((name, index): PlannedColumn => {
    const known = columns.find((column) => folded(column.name) === folded(name));
    if (known) return { name: known.name, type: known.type, into: known.id };
    const values = file.rows.map((row) => row[index] ?? "");
    return { name, type: typeOf(values, language), into: null };
  });
  let leftOut = 0;
  const rows = file.rows.map((row) =>
    planned.map(({ type }, index): Cell => {
      const words = row[index] ?? "";
      const cell = words.length > longestCell ? undefined : readCell(type, words, language);
      if (cell === undefined) leftOut += 1;
      return cell ?? null;
    }),
  );
  return { columns: planned, rows, leftOut };
}
