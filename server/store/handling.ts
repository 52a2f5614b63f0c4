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
  const path = join(folder, "handling");
  closeSync(openSync(path, "a", 0o600));
  const file = openSync(path, "r+");
  const bytes = Buffer.alloc(lengthBytes + mostBytes);
  readSync(file, bytes, 0, bytes.length, 0);
  const size = bytes.readUInt16LE(0);
  const left = size > 0 && size <= mostBytes ? bytes.toString("utf8", lengthBytes, lengthBytes + size) : null;
  const nothing = Buffer.alloc(lengthBytes);
  // The whole of it at once, so that later notes need no room of the disk's.
  write(Buffer.alloc(bytes.length), bytes.length);

  /** A note that cannot be written blames nobody, and holds nobody up. */
  function write(from: Buffer, length: number): void {
    try {
      writeSync(file, from, 0, length, 0);
    } catch {
      return;
    }
  }

  return {
    left,
    /** Does something at once, or its part up to where it first waits for something, under this name. */
    during<T>(what: string, act: () => T): T {
      const length = bytes.write(what, lengthBytes);
      bytes.writeUInt16LE(Buffer.byteLength(what) > mostBytes ? 0 : length, 0);
      write(bytes, lengthBytes + length);
      try {
        return act();
      } finally {
        write(nothing, lengthBytes);
      }
    },
    close: (): void => closeSync(file),
  };
}

export type Handling = ReturnType<typeof openHandling>;
