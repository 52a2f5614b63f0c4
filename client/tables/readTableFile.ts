import { delimiterOf, readCsv, undefused } from "#shared/tables/csv.ts";
import { longestName, mostColumns, mostRows } from "#shared/tables/table.ts";

/** A file's first line, and what stands below it. */
export interface TableFile {
  name: string;
  headers: string[];
  rows: string[][];
}

/** A file in UTF-8, or in the older encoding in which spreadsheets on Windows save. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Columns without a name, or with one that another has, are called after their place. */
function namesOf(line: readonly string[], unnamed: (place: number) => string): string[] {
  const names: string[] = [];
  for (const [index, words] of line.entries()) {
    const name = words.trim().slice(0, longestName);
    const taken = names.some((other) => other.toLowerCase() === name.toLowerCase());
    names.push(name === "" || taken ? unnamed(index + 1) : name);
  }
  return names;
}

/** Reads a CSV file whose first line names the columns; or says what keeps it from being a table. */
export async function readTableFile(
  file: File,
  unnamed: (place: number) => string,
): Promise<TableFile | "importEmpty" | "importTooMany"> {
  const text = await textOf(file);
  const [first, ...below] = readCsv(text, delimiterOf(text));
  if (!first || below.length === 0) return "importEmpty";
  const width = Math.max(first.length, ...below.slice(0, mostRows).map(({ length }) => length));
  if (width > mostColumns || below.length > mostRows) return "importTooMany";
  const line = Array.from({ length: width }, (_, index) => undefused(first[index] ?? ""));
  return {
    name: file.name.replace(/\.[^.]*$/, "").slice(0, longestName),
    headers: namesOf(line, unnamed),
    rows: below.map((fields) => fields.map(undefused)),
  };
}
