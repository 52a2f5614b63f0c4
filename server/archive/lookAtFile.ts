import { isUtf8 } from "node:buffer";
import { constants, gunzipSync } from "node:zlib";
import type { FileLook } from "#shared/api/archive.ts";
import { guessMapping } from "#shared/archive/guessMapping.ts";
import { list, record, string } from "#shared/events/raw.ts";
import { text } from "#shared/language/text.ts";
import { delimiterOf, readCsv } from "#shared/tables/csv.ts";
import { asUtf8, isGzip } from "./fileBytes.ts";

const mostRowsShown = 8;
const rowsGuessedBy = 200;
const longestShown = 300;
/** A line of a file that nobody else calls broken has to be among so many first ones. */
const linesTried = 20;

const windows1252 = new TextDecoder("windows-1252");
/** Words as they were meant: UTF-8, else what Windows wrote in the west before. */
export const wordsOf = (bytes: Uint8Array): string =>
  isUtf8(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")
    : windows1252.decode(bytes);

/** The first words of what may be long, cut between two characters. @param most bytes. */
export function firstWordsOf(bytes: Uint8Array, most: number): string {
  let end = Math.min(bytes.length, most);
  // No character of UTF-8 is longer than four bytes; all but its first begin with the bits 10.
  for (let back = 0; back < 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80; back += 1) end -= 1;
  return wordsOf(bytes.subarray(0, end));
}

/** How a file is taken apart. */
export type Layout = { kind: "lines" } | { kind: "document" } | { kind: "table" } | { kind: "unknown" };

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
const isObject = (value: unknown): boolean => Object.keys(record(value)).length > 0;
const holdsMany = (value: unknown): boolean =>
  Array.isArray(value) ||
  (string(record(value)["type"]) !== "conversation" && list(record(value)["conversations"]).length > 0);

/** The beginning of a file as words, unpacked where it is gzip. Its last line may be cut off. */
async function beginningOf(head: Buffer): Promise<string> {
  const bytes = isGzip(head)
    ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 ** 2 })
    : head;
  const chunks: Buffer[] = [];
  for await (const chunk of asUtf8(oneOf(bytes))) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const cut = whole.lastIndexOf(0x0a);
  // A character may be cut in half at the end; before the last end of line none is.
  return wordsOf(cut > 0 && !isUtf8(whole) ? whole.subarray(0, cut) : whole);
}

async function* oneOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function layoutOf(words: string): Layout {
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  const [first = ""] = lines;
  const begins = first.trimStart();
  if (words.includes("\0") || begins === "") return { kind: "unknown" };
  const tried = lines.slice(0, linesTried).map(parsed);
  const whole = tried.filter((value) => isObject(value) && !holdsMany(value)).length;
  if (whole > 0) return { kind: "lines" };
  if (begins.startsWith("[") || holdsMany(tried[0])) return { kind: "document" };
  if (begins.startsWith("{")) {
    const isOneLine = lines.length === 1;
    return {
      kind:
        isOneLine && !/^\{\s*"(?:type"\s*:\s*"[\w.]*list"|conversations"|pages")/.test(begins) ? "lines" : "document",
    };
  }
  const rows = readCsv(words, delimiterOf(words));
  return { kind: (rows[0]?.length ?? 0) > 1 ? "table" : "unknown" };
}

/** How the file that begins so is taken apart. @param head as much as there is of its first 64 KB, as it was sent. */
export async function layoutOfFile(head: Buffer): Promise<Layout> {
  try {
    return layoutOf(await beginningOf(head));
  } catch {
    // Packed, and broken from the start.
    return { kind: "unknown" };
  }
}

const unknown: FileLook = {
  kind: "unknown",
  what: text(
    "This file holds neither conversations of Intercom's nor a table.",
    "Este archivo no contiene conversaciones de Intercom ni una tabla.",
  ),
  todo: text(
    "Choose an export with one conversation a line (JSONL), or a table saved as CSV; both may be packed with gzip.",
    "Elige una exportación con una conversación por línea (JSONL) o una tabla guardada como CSV; ambas pueden ir comprimidas con gzip.",
  ),
};

/** What a file looks like to a person. @param timezone where times without one were probably written. */
export async function lookAtFile(head: Buffer, timezone: string): Promise<FileLook> {
  const { kind } = await layoutOfFile(head);
  if (kind === "unknown") return unknown;
  if (kind !== "table") return { kind: "conversations" };
  const words = await beginningOf(head);
  const delimiter = delimiterOf(words);
  const [columns = [], ...all] = readCsv(words, delimiter);
  // The last row may be cut off where there are more.
  const rows = (words.endsWith("\n") || all.length < 2 ? all : all.slice(0, -1)).slice(0, rowsGuessedBy);
  return {
    kind: "table",
    columns,
    rows: rows
      .slice(0, mostRowsShown)
      .map((row) => columns.map((_, index) => (row[index] ?? "").slice(0, longestShown))),
    guess: guessMapping(columns, rows, delimiter, timezone),
  };
}
