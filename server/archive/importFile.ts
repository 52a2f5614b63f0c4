import { open, rm } from "node:fs/promises";
import { lookBytes } from "#shared/api/archive.ts";
import { conversationOfRows, type KnownNames, type Row } from "#shared/archive/conversationOfRows.ts";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";
import { text } from "#shared/language/text.ts";
import { readCsv } from "#shared/tables/csv.ts";
import type { ImportRow } from "../store/archiveImports.ts";
import type { StagedRows } from "../store/stagedRows.ts";
import { asUtf8, fileBytes } from "./fileBytes.ts";
import { firstWordsOf, layoutOfFile, wordsOf } from "./lookAtFile.ts";
import type { Lot } from "./lot.ts";
import { splitCsv } from "./splitCsv.ts";
import { splitDocument } from "./splitDocument.ts";
import { type Piece, splitLines } from "./splitLines.ts";
import { type TakenBundle, tooLong, wordsShown } from "./takeBundle.ts";
import type { Takers } from "./takers.ts";

/** The longest line, entry or row that is taken. */
export const mostPieceBytes = 8 * 1024 ** 2;
/** So many things are taken apart together, or so much of them. */
const mostInBundle = 32;
const mostBundleBytes = 512 * 1024;
/** So much is taken apart at most before what came first of it is kept. */
const mostUnderWayBytes = 16 * 1024 ** 2;

const why = {
  noNumber: text("The row has no conversation number.", "La fila no tiene número de conversación."),
  ends: text(
    "The file is damaged or ends too early: what comes after could not be unpacked.",
    "El archivo está dañado o termina antes de tiempo: no se pudo descomprimir lo que sigue.",
  ),
};

export interface FileImport {
  path: string;
  row: Pick<ImportRow, "id" | "source" | "mapping" | "cursor">;
  lot: Lot;
  takers: Takers;
  staged: StagedRows;
  known: KnownNames;
  now(): number;
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

/**
 * Has things taken apart, a few at a time, and puts what became of them into the lot in the order in which they came.
 * @param skip so many that an earlier try has put on it.
 */
function createBelt({ lot, takers, now }: Pick<FileImport, "lot" | "takers" | "now">, skip: number) {
  let left = skip;
  let pieces: Piece[] = [];
  let sizeBytes = 0;
  const underWay: { bundle: Promise<TakenBundle>; sizeBytes: number; isOver: boolean }[] = [];
  let underWayBytes = 0;

  function send(): void {
    const sent = { bundle: takers.take(pieces, now()), sizeBytes, isOver: false };
    const isOver = () => void (sent.isOver = true);
    // A failure is heard of when its turn comes; until then what came before it may have ended all.
    sent.bundle.then(isOver, isOver);
    underWay.push(sent);
    underWayBytes += sizeBytes;
    pieces = [];
    sizeBytes = 0;
  }
  /** Takes off what has been taken apart, and waits where there is more than that under way. */
  async function takeOff(mostBytes: number): Promise<void> {
    for (let first = underWay[0]; first && (first.isOver || underWayBytes > mostBytes); first = underWay[0]) {
      lot.add(await first.bundle);
      underWay.shift();
      underWayBytes -= first.sizeBytes;
      if (lot.isFull()) lot.keep();
    }
  }

  return {
    async put(piece: Piece): Promise<void> {
      left -= 1;
      if (left >= 0) return;
      pieces.push(piece);
      sizeBytes += piece.bytes?.length ?? 0;
      if (pieces.length < mostInBundle && sizeBytes < mostBundleBytes) return;
      send();
      await takeOff(mostUnderWayBytes);
    },
    /** All that was put on it is in the lot. */
    async empty(): Promise<void> {
      if (pieces.length > 0) send();
      await takeOff(-1);
    },
  };
}

type Belt = ReturnType<typeof createBelt>;

/** The conversation that rows of a table make, as a file of conversations would hold it. */
function pieceOf(number: string, line: number, rows: readonly Row[], mapping: CsvMapping, known: KnownNames): Piece {
  return { line, bytes: Buffer.from(JSON.stringify(conversationOfRows(number, rows, mapping, known))) };
}

/** Rows that are whole conversations are taken as they come; messages are first gathered by their conversation. */
async function takeRow(piece: Piece, belt: Belt, { row: { mapping }, lot, staged, known }: FileImport): Promise<void> {
  const { bytes, line } = piece;
  if (!mapping) throw new Error("a table cannot be read without its mapping");
  const gathers = mapping.rows === "message";
  if (bytes === null) {
    if (!gathers) return belt.put(piece);
    return lot.passOver({ kind: "leftOut", why: tooLong, line, conversation: null, words: "" });
  }
  const [fields] = readCsv(wordsOf(bytes), mapping.delimiter);
  // The first row says what the columns are called.
  if (!fields || line === 1) return;
  const place = mapping.columns.conversation;
  const number = (place === undefined ? "" : (fields[place] ?? "")).trim();
  if (!gathers) return belt.put(pieceOf(number || `row ${line}`, line, [fields], mapping, known));
  if (number !== "") return staged.add(number, line, JSON.stringify(fields));
  const words = firstWordsOf(bytes, wordsShown);
  lot.passOver({ kind: "leftOut", why: why.noNumber, line, conversation: null, words });
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
  const belt = createBelt(file, gathers ? 0 : lot.seen());
  const keepAll = async () => {
    await belt.empty();
    lot.keep();
  };
  try {
    for await (const found of pieces) {
      for (const piece of found) await (isTable ? takeRow(piece, belt, file) : belt.put(piece));
      if (await turn()) continue;
      // Rows that are only gathered are gathered anew the next time.
      if (!gathers) await keepAll();
      return false;
    }
  } catch (error) {
    if (!isOfPacking(error)) throw error;
    await belt.empty();
    lot.passOver({ kind: "leftOut", why: why.ends, line: null, conversation: null, words: "" });
  }
  if (gathers && row.mapping) {
    const { mapping } = row;
    for (const { number, line, rows } of staged.conversations(lot.seen())) {
      await belt.put(pieceOf(number, line, rows, mapping, file.known));
      if (await turn()) continue;
      await keepAll();
      return false;
    }
  }
  await keepAll();
  staged.clear();
  await rm(path, { force: true });
  return true;
}

const isOfPacking = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && String(error.code).startsWith("Z_")) || error.message.startsWith("it unpacks to more"));
