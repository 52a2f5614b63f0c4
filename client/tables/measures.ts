import type { Column, ColumnType } from "#shared/tables/table.ts";

/** Pixels, as Sheet.module.css has them. */
export const lineHeight = 34;
export const headHeight = 38;
export const numberWidth = 56;

const widths: Record<ColumnType, number> = { text: 230, number: 130, date: 150, boolean: 120 };

export const columnWidth = ({ type }: Column): number => widths[type];

/** Where a column begins, and where it ends, from the left edge of the first. */
export function columnEdges(columns: readonly Column[], place: number): { left: number; right: number } {
  const left = columns.slice(0, place).reduce((sum, column) => sum + columnWidth(column), 0);
  const column = columns[place];
  return { left, right: left + (column ? columnWidth(column) : 0) };
}
