/** A cell by where it stands on screen, counted from 0. The line below the last row is where a new one is begun. */
export interface Place {
  row: number;
  column: number;
}

/** The cells between two corners. */
export interface Range {
  from: Place;
  to: Place;
}

export interface Size {
  /** The line for a new row included. */
  rows: number;
  columns: number;
  /** Lines that are on screen at once. */
  page: number;
}

export const rangeOf = (one: Place, other: Place): Range => ({
  from: { row: Math.min(one.row, other.row), column: Math.min(one.column, other.column) },
  to: { row: Math.max(one.row, other.row), column: Math.max(one.column, other.column) },
});

export const isIn = ({ from, to }: Range, { row, column }: Place): boolean =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column;

export const within = ({ row, column }: Place, { rows, columns }: Size): Place => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
});

/** Where a key leads; null for a key that leads nowhere. `far`: with Ctrl or Cmd, as far as it goes. */
export function moved(place: Place, key: string, far: boolean, size: Size): Place | null {
  const { row, column } = place;
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const to: Record<string, Place> = {
    ArrowUp: { row: far ? 0 : row - 1, column },
    ArrowDown: { row: far ? lastRow : row + 1, column },
    ArrowLeft: { row, column: far ? 0 : column - 1 },
    ArrowRight: { row, column: far ? lastColumn : column + 1 },
    PageUp: { row: row - size.page, column },
    PageDown: { row: row + size.page, column },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? lastRow : row, column: lastColumn },
  };
  const target = Object.hasOwn(to, key) ? to[key] : undefined;
  return target ? within(target, size) : null;
}

/** The next cell to fill in, on the next line after the last; null past the last of all. `by` is -1 for the one before. */
export function tabbed({ row, column }: Place, by: 1 | -1, { rows, columns }: Size): Place | null {
  const index = row * columns + column + by;
  return index < 0 || index >= rows * columns ? null : { row: Math.floor(index / columns), column: index % columns };
}
