import { isUtf8 } from "node:buffer";
import { open, rm } from "node:fs/promises";
import { lookBytes } from "#shared/api/archive.ts";
import { conversationOfRows, type KnownNames, type Row } from "#shared/archive/conversationOfRows.ts";
import { text, type Text } from "#shared/language/text.ts";
import { readCsv } from "#shared/tables/csv.ts";
import type { ImportRow, Omission } from "../store/archiveImports.ts";
import type { StagedRows } from "../store/stagedRows.ts";
import { asUtf8, fileBytes } from "./fileBytes.ts";
import { layoutOfFile, wordsOf } from "./lookAtFile.ts";
import type { Lot } from "./lot.ts";
import { splitCsv } from "./splitCsv.ts";
import { splitDocument } from "./splitDocument.ts";
import { type Piece, splitLines } from "./splitLines.ts";

/** The longest line, entry or row that is taken. */
export const mostPieceBytes = 8 * 1024 ** 2;
const wordsShown = 160;

const why = {
  tooLong: text("It is longer than 8 MB.", "Ocupa más de 8 MB."),
  broken: text("It is not valid JSON: cut off or damaged.", "No es JSON válido: está cortado o dañado."),
  noObject: text("It is no conversation but a single value.", "No es una conversación, sino un valor suelto."),
  noNumber: text("The row has no conversation number.", "La fila no tiene número de conversación."),
  ends: text(
    "The file is damaged or ends too early: what comes after could not be unpacked.",
    "El archivo está dañado o termina antes de tiempo: no se pudo descomprimir lo que sigue.",
  ),
  encoding: text(
    "It was not written in UTF-8 and was read as Windows-1252.",
    "No estaba en UTF-8 y se leyó como Windows-1252.",
  ),
};

export interface FileImport {
  path: string;
  row: Pick<ImportRow, "id" | "source" | "mapping" | "cursor">;
  lot: Lot;
  staged: StagedRows;
  known: KnownNames;
  /** Lets others have their turn; answers whether to go on. */
  turn(): Promise<boolean>;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(lookBytes), 0, lookBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const leftOut = (piece: Piece, reason: Text, conversation: string | null = null): Omission => ({
  kind: "leftOut",
  why: reason,
  line: piece.line,
  conversation,
  words: piece.bytes ? wordsOf(piece.bytes.subarray(0, wordsShown)) : "",
});

/** A conversation on a line of its own, or as an entry of a list. */
function takeJson(piece: Piece, lot: Lot): void {
  const { bytes, line } = piece;
  if (bytes === null) return lot.leaveOut(leftOut(piece, why.tooLong));
  const isAsRead = isUtf8(bytes);
  const words = wordsOf(bytes);
  let value: unknown;
  try {
    value = JSON.parse(words);
  } catch {
    return lot.leaveOut(leftOut(piece, why.broken));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return lot.leaveOut(leftOut(piece, why.noObject));
  // Where it was not UTF-8 its words are kept as they were understood.
  lot.take(value, { bytes: isAsRead ? bytes : Buffer.from(words), line }, isAsRead ? [] : [why.encoding]);
}

/** Rows that are whole conversations are taken as they come; messages are first gathered by their conversation. */
function takeRow(piece: Piece, { row: { mapping }, lot, staged, known }: FileImport): void {
  const { bytes, line } = piece;
  if (!mapping) throw new Error("a table cannot be read without its mapping");
  if (bytes === null) return lot.leaveOut(leftOut(piece, why.tooLong));
  const [fields] = readCsv(wordsOf(bytes), mapping.delimiter);
  // The first row says what the columns are called.
  if (!fields || line === 1) return;
  const place = mapping.columns.conversation;
  const number = (place === undefined ? "" : (fields[place] ?? "")).trim();
  if (mapping.rows === "message") {
    if (number === "") lot.passOver(leftOut(piece, why.noNumber));
    else staged.add(number, line, JSON.stringify(fields));
    return;
  }
  takeRows(number || `row ${line}`, line, [fields], { mapping, lot, known });
}

function takeRows(
  number: string,
  line: number,
  rows: readonly Row[],
  { mapping, lot, known }: { mapping: NonNullable<ImportRow["mapping"]>; lot: Lot; known: KnownNames },
): void {
  const value = conversationOfRows(number, rows, mapping, known);
  lot.take(value, { bytes: Buffer.from(JSON.stringify(value)), line }, []);
}

/**
 * Reads a file into the archive, a lot at a time, from where an earlier try got to. Nothing in it stops the import; what is left out is told.
 * Answers whether all of it was read; otherwise it was stopped.
 */
export async function importFile(file: FileImport): Promise<boolean> {
  const { path, row, lot, staged, turn } = file;
  const { kind } = await layoutOfFile(await headOf(path));
  const isTable = row.source === "table";
  staged.clear();
  const chunks = asUtf8(fileBytes(path, lot.hasRead));
  const delimiter = row.mapping?.delimiter ?? ",";
  const pieces = isTable
    ? splitCsv(chunks, delimiter, mostPieceBytes)
    : kind === "document"
      ? splitDocument(chunks, mostPieceBytes)
      : splitLines(chunks, mostPieceBytes);
  const gathers = isTable && row.mapping?.rows === "message";
  let skip = gathers ? 0 : lot.seen();
  try {
    for await (const found of pieces) {
      for (const piece of found) {
        if (skip > 0) skip -= 1;
        else if (isTable) takeRow(piece, file);
        else takeJson(piece, lot);
        if (lot.isFull()) lot.keep();
      }
      if (await turn()) continue;
      // Rows that are only gathered are gathered anew the next time.
      if (!gathers) lot.keep();
      return false;
    }
  } catch (error) {
    if (!isOfPacking(error)) throw error;
    lot.passOver({ kind: "leftOut", why: why.ends, line: null, conversation: null, words: "" });
  }
  if (gathers && row.mapping) {
    const { mapping } = row;
    for (const each of staged.conversations(lot.seen())) {
      takeRows(each.number, each.line, each.rows, { mapping, lot, known: file.known });
      if (!lot.isFull()) continue;
      lot.keep();
      if (!(await turn())) return false;
    }
  }
  lot.keep();
  staged.clear();
  await rm(path, { force: true });
  return true;
}

const isOfPacking = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && String(error.code).startsWith("Z_")) || error.message.startsWith("it unpacks to more"));
