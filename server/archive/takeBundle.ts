import { isUtf8 } from "node:buffer";
import type { Raw } from "#shared/events/raw.ts";
import { text, type Text } from "#shared/language/text.ts";
import type { Reason } from "../store/archiveImports.ts";
import type { KeptTogether } from "../store/archive.ts";
import { type Kept, keptOf } from "../store/keptOf.ts";
import type { RawEntry } from "../store/rawBlocks.ts";
import { createNotes } from "./createNotes.ts";
import { firstWordsOf, wordsOf } from "./lookAtFile.ts";
import { takeConversation } from "./takeConversation.ts";

/** Something to be taken as a conversation: JSON, as it came. */
export interface Brought {
  /** Its line in the file, or its place in the list; null where it comes from no file. */
  line: number | null;
  /** Null for what was longer than is taken. */
  bytes: Buffer | null;
  /** Its contact, GET /contacts/{id}, where that has been read. */
  contact?: Raw | null;
  /** When it was read, epoch milliseconds, where that is known. */
  readAt?: number;
}

/** What became of a few that were brought, each named by its place among them. */
export interface Apart {
  kept: readonly Kept[];
  /** The place of each that is kept. */
  places: readonly number[];
  /** What was not in UTF-8, by its place, as it was understood. */
  understood: ReadonlyMap<number, Uint8Array>;
  leftOut: number;
  remarked: number;
  reasons: readonly Reason[];
}

/** The same with what was brought: all that is needed to keep them, and to tell what was left out. */
export interface TakenBundle extends KeptTogether, Pick<Apart, "leftOut" | "remarked" | "reasons"> {
  /** The line of each that is kept. */
  lines: readonly (number | null)[];
  read: number;
  /** Of what is kept, as it came. */
  bytes: number;
}

export const wordsShown = 160;

export const tooLong = text("It is longer than 8 MB.", "Ocupa más de 8 MB.");
const why = {
  broken: text("It is not valid JSON: cut off or damaged.", "No es JSON válido: está cortado o dañado."),
  noObject: text("It is no conversation but a single value.", "No es una conversación, sino un valor suelto."),
  encoding: text(
    "It was not written in UTF-8 and was read as Windows-1252.",
    "No estaba en UTF-8 y se leyó como Windows-1252.",
  ),
};

type Parsed = { value: Raw; bytes: Buffer; isAsCame: boolean } | { why: Text };

function parsed(bytes: Buffer | null): Parsed {
  if (bytes === null) return { why: tooLong };
  const isAsCame = isUtf8(bytes);
  const words = isAsCame ? bytes.toString("utf8") : wordsOf(bytes);
  let value: unknown;
  try {
    value = JSON.parse(words);
  } catch {
    return { why: why.broken };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { why: why.noObject };
  // Where it was not UTF-8 its words are kept as they were understood.
  return { value: value as Raw, bytes: isAsCame ? bytes : Buffer.from(words), isAsCame };
}

/** Takes conversations apart and packs them, in their order. Nothing in them stops it. @param now epoch milliseconds. */
export function takeApart(all: readonly Brought[], now: number): Apart {
  const notes = createNotes();
  const kept: Kept[] = [];
  const places: number[] = [];
  const understood = new Map<number, Uint8Array>();
  let remarked = 0;
  for (const [place, { line, contact = null, readAt, bytes: brought }] of all.entries()) {
    const leaveOut = (reason: Text, conversation: string | null, words: string) =>
      notes.note({ kind: "leftOut", why: reason, line, conversation, words });
    const read = parsed(brought);
    if ("why" in read) {
      leaveOut(read.why, null, brought ? firstWordsOf(brought, wordsShown) : "");
      continue;
    }
    const given = { contact, now, ...(readAt === undefined ? {} : { readAt }) };
    const taken = takeConversation(read.value, given);
    if (taken.outcome === "refused") {
      leaveOut(taken.why, taken.id, firstWordsOf(read.bytes, wordsShown));
      continue;
    }
    const { past, told } = taken;
    const remarks = [...(read.isAsCame ? [] : [why.encoding]), ...taken.remarks];
    if (remarks.length > 0) remarked += 1;
    for (const remark of remarks) {
      const words = past.base.firstMessage.slice(0, wordsShown);
      notes.note({ kind: "remark", why: remark, line, conversation: past.id, words });
    }
    kept.push(keptOf(past, told));
    places.push(place);
    if (!read.isAsCame) understood.set(place, read.bytes);
  }
  return { kept, places, understood, leftOut: all.length - kept.length, remarked, reasons: notes.all() };
}

/** What was brought, and what became of it. */
export function together(all: readonly Brought[], { places, understood, ...apart }: Apart): TakenBundle {
  const lines: (number | null)[] = [];
  const raws: RawEntry[] = [];
  let bytes = 0;
  for (const [index, { row }] of apart.kept.entries()) {
    const place = places[index] ?? 0;
    const brought = all[place];
    const conversation = understood.get(place) ?? brought?.bytes ?? new Uint8Array();
    lines.push(brought?.line ?? null);
    raws.push({
      id: row.id,
      conversation,
      contact: brought?.contact ? Buffer.from(JSON.stringify(brought.contact)) : null,
    });
    bytes += conversation.length;
  }
  return { ...apart, raws, lines, read: all.length, bytes };
}

export const takeBundle = (all: readonly Brought[], now: number): TakenBundle => together(all, takeApart(all, now));
