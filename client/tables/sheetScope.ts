import type { Language } from "#shared/language/text.ts";
import type { Column } from "#shared/tables/table.ts";
import type { Place, Range, Size } from "./places.ts";
import type { Sheet } from "./useSheet.ts";

/** The cell that keys act on, and the other corner of what is selected. */
export interface Selection {
  active: Place;
  anchor: Place;
}

/** A sheet as it stands, for what keys, pointer and clipboard do in it. */
export interface SheetScope {
  columns: readonly Column[];
  rows: Sheet;
  /** A new row can be begun at the end: not while rows are searched for. */
  grows: boolean;
  size: Size;
  active: Place;
  range: Range;
  language: Language;
  onSelect(selection: Selection): void;
  /** Makes a cell the active one and brings it into sight; or, extending, the corner of a selection. */
  select(place: Place, extend?: boolean): void;
  /** Whole rows, from one to another. */
  selectLines(one: number, other: number): void;
}
