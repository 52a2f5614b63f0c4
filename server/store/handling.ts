import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Longer names are not noted: none of ours is. */
const mostBytes = 1_024;
const lengthBytes = 2;

/**
 * A note of what the process is at, in a file of its own that is never synced: it outlives the process, and costs some microseconds. A
 * power cut may leave an older note, which blames somebody once for nothing.
 * `left` is what was being handled when the process that had the folder before died; null where it died at nothing.
 */
export function openHandling(folder: string) {
  const file = openSync(join(folder, "handling"), "a+", 0o600);
  closeSync(file);
  const note = openSync(join(folder, "handling"), "r+");
  const bytes = Buffer.alloc(lengthBytes + mostBytes);
  readSync(note, bytes, 0, bytes.length, 0);
  const size = bytes.readUInt16LE(0);
  const left = size > 0 && size <= mostBytes ? bytes.toString("utf8", lengthBytes, lengthBytes + size) : null;
  const nothing = Buffer.alloc(lengthBytes);
  writeSync(note, nothing, 0, lengthBytes, 0);

  return {
    left,
    /** Does something at once, or its part up to where it first waits for something, under this name. */
    during<T>(what: string, act: () => T): T {
      const length = bytes.write(what, lengthBytes);
      bytes.writeUInt16LE(Buffer.byteLength(what) > mostBytes ? 0 : length, 0);
      writeSync(note, bytes, 0, lengthBytes + length, 0);
      try {
        return act();
      } finally {
        writeSync(note, nothing, 0, lengthBytes, 0);
      }
    },
    close: (): void => closeSync(note),
  };
}

export type Handling = ReturnType<typeof openHandling>;
