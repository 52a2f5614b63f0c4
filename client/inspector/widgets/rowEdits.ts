import type { Json } from "#shared/nodes/define.ts";
import type { CellSetting, RowMatch } from "#shared/nodes/form.ts";
import { NamedType } from "#shared/workspace/lists.ts";
import { readTemplate } from "../text/templateText.ts";
import type { DraftNamed, DraftPair, DraftWeight } from "../settingProps.ts";

interface ReadRow {
  attribute: string;
  value: Json | undefined;
}

const objectsIn = (value: Json | undefined): Readonly<Record<string, Json>>[] =>
  Array.isArray(value)
    ? value.flatMap((row) => (typeof row === "object" && row !== null && !Array.isArray(row) ? [row] : []))
    : [];

const words = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** Rows of attributes as far as they are filled in. */
export const readRows = (value: Json | undefined): ReadRow[] =>
  objectsIn(value).map((row) => ({ attribute: words(row["attribute"]), value: row["value"] }));

/** Entries as far as they are filled in. */
export const readPairs = (value: Json | undefined): DraftPair[] =>
  objectsIn(value).map((row) => ({ name: words(row["name"]), value: readTemplate(row["value"]) }));

/** Named values as far as they are filled in; whether they have values is up to the setting. */
export const readNamed = (value: Json | undefined): (DraftNamed & DraftPair)[] =>
  objectsIn(value).map((row) => ({
    name: words(row["name"]),
    type: NamedType.safeParse(row["type"]).data ?? "text",
    value: readTemplate(row["value"]),
  }));

export const readWeights = (value: Json | undefined): DraftWeight[] =>
  objectsIn(value).map(({ id, weight }) => ({
    id: words(id),
    ...(typeof weight === "number" ? { weight } : {}),
  }));

/** Which rows of a table, as far as it is filled in; null where none is meant or it is not filled in at all. */
export function readMatch(value: Json | undefined): RowMatch | null {
  const [match] = objectsIn(value === undefined ? [] : [value]);
  return match ? { column: words(match["column"]), is: readTemplate(match["is"]) } : null;
}

/** What to write into columns, as far as it is filled in. */
export const readCells = (value: Json | undefined): CellSetting[] =>
  objectsIn(value).map((row) => ({ column: words(row["column"]), value: readTemplate(row["value"]) }));

export const readTexts = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(words) : []);

/** The list with one entry changed, or left out. */
export const withEntry = <E>(all: readonly E[], place: number, entry: E): E[] =>
  all.map((each, index) => (index === place ? entry : each));
export const withoutEntry = <E>(all: readonly E[], place: number): E[] => all.filter((_, index) => index !== place);
