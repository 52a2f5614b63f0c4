import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { Database } from "./database.ts";

/** A conversation as it came, and its contact where that was read: JSON. */
export interface RawEntry {
  id: string;
  conversation: Uint8Array;
  contact: Uint8Array | null;
}

const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const lengthBytes = 4;

/** Each as three fields (id, conversation, contact), each field after its length. */
function joined(entries: readonly RawEntry[]): Buffer {
  const fields = entries.flatMap(({ id, conversation, contact }) => [
    Buffer.from(id),
    conversation,
    contact ?? new Uint8Array(),
  ]);
  const all = Buffer.allocUnsafe(fields.reduce((sum, { length }) => sum + lengthBytes + length, 0));
  let at = 0;
  for (const field of fields) {
    at = all.writeUInt32LE(field.length, at);
    all.set(field, at);
    at += field.length;
  }
  return all;
}

function unpacked(bytes: Buffer): RawEntry[] {
  let at = 0;
  const next = () => {
    const from = at + lengthBytes;
    at = from + bytes.readUInt32LE(at);
    return bytes.subarray(from, at);
  };
  const entries: RawEntry[] = [];
  while (at < bytes.length) {
    const id = next().toString("utf8");
    const conversation = next();
    const contact = next();
    entries.push({ id, conversation, contact: contact.length > 0 ? contact : null });
  }
  return entries;
}

/** Some that stand in one block: compressed together they take half the room and half the time. */
const packed = (entries: readonly RawEntry[]): Buffer => zstdCompressSync(joined(entries), fast);

/** What conversations were like when they came, to be packed anew when the packing changes: in compressed blocks. */
export function rawBlocks(db: Database) {
  const add = db.prepare<[Uint8Array]>("insert into raws (entries) values (?)");
  const get = db.prepare<[number], Buffer>("select entries from raws where block = ?").pluck();
  const put = db.prepare<[Uint8Array, number]>("update raws set entries = ? where block = ?");
  const drop = db.prepare<[number]>("delete from raws where block = ?");

  const read = (block: number): RawEntry[] => {
    const entries = get.get(block);
    return entries ? unpacked(zstdDecompressSync(entries)) : [];
  };
  return {
    /** Puts them into one block, of which one can still be taken out quickly where they are no more than some dozens. */
    add: (entries: readonly RawEntry[]): number => Number(add.run(packed(entries)).lastInsertRowid),
    read,
    /** Takes some out of a block; one that is empty goes. */
    takeOut(block: number, ids: ReadonlySet<string>): void {
      const kept = read(block).filter(({ id }) => !ids.has(id));
      if (kept.length === 0) drop.run(block);
      else put.run(packed(kept), block);
    },
  };
}

export type RawBlocks = ReturnType<typeof rawBlocks>;
