import { conversationOfRows } from "#shared/archive/conversationOfRows.ts";
import type { CsvField, CsvMapping } from "#shared/archive/csvMapping.ts";
import { type NamesOf, type PastPart, threadOf } from "#shared/archive/threadOf.ts";
import { unroll } from "#shared/archive/unroll.ts";
import type { Text } from "#shared/language/text.ts";

type Row = readonly string[];

type NeededField = Extract<CsvField, "conversation" | "time" | "text">;

/** What a table has to have: without it no conversation can be told from another, or played through. */
export const neededFields = ({ rows }: Pick<CsvMapping, "rows">): NeededField[] =>
  rows === "message" ? ["conversation", "time", "text"] : ["time", "text"];

export const missingFields = (mapping: CsvMapping): NeededField[] =>
  neededFields(mapping).filter((field) => mapping.columns[field] === undefined);

/** Says which column holds something; null: none does. */
export function withColumn(mapping: CsvMapping, field: CsvField, place: number | null): CsvMapping {
  const { [field]: _, ...others } = mapping.columns;
  return { ...mapping, columns: place === null ? others : { ...others, [field]: place } };
}

/** What a column is taken for: usually one thing, or nothing. */
export const fieldsAt = (mapping: CsvMapping, place: number): CsvField[] =>
  (Object.keys(mapping.columns) as CsvField[]).filter((field) => mapping.columns[field] === place);

/** The first value that stands in a column, cut short. */
export const exampleAt = (rows: readonly Row[], place: number): string =>
  rows.map((row) => row[place]?.trim() ?? "").find((value) => value !== "") ?? "";

/** A conversation as the import would make it of the rows that are at hand; or why it would leave it out. */
export type Previewed =
  | { outcome: "shown"; id: string; title: string; parts: PastPart[]; tags: string[] }
  | { outcome: "refused"; id: string; why: Text };

const names: NamesOf = { team: (id) => id, teammate: (id) => id };

/** Rows by the conversation they belong to, in the order in which these begin. */
function grouped(rows: readonly Row[], mapping: CsvMapping): [id: string, rows: Row[]][] {
  const place = mapping.columns.conversation;
  const idOf = (row: Row) => (place === undefined ? "" : (row[place] ?? "").trim());
  if (mapping.rows === "conversation")
    return rows.map((row, index): [string, Row[]] => [idOf(row) || `row ${index + 2}`, [row]]);
  const numbered = rows.filter((row) => idOf(row) !== "");
  return [...Map.groupBy(numbered, idOf)];
}

/** The first conversations of a table, made by the very code that imports it. The last may lack rows that are further down in the file. */
export function previewOf(rows: readonly Row[], mapping: CsvMapping, most: number): Previewed[] {
  if (missingFields(mapping).length > 0) return [];
  return grouped(rows, mapping)
    .slice(0, most)
    .map(([id, own]): Previewed => {
      const made = conversationOfRows(id, own, mapping);
      const unrolled = unroll(made);
      if (unrolled.outcome === "refused") return { outcome: "refused", id, why: unrolled.why };
      const { past } = unrolled;
      return {
        outcome: "shown",
        id,
        title: typeof made["title"] === "string" ? made["title"] : "",
        parts: threadOf(past, names),
        tags: past.last.tags.map(({ name }) => name),
      };
    });
}
