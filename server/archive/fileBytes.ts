import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

const chunkBytes = 256 * 1024;
/** What is unpacked from a file of at most 4 GB; a file that is made to burst is cut off here. */
const mostUnpackedBytes = 64 * 1024 ** 3;

/** Whether these are the first bytes of what gzip packed. Source: RFC 1952, 2.3.1. */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** The encoding that a byte order mark tells; without one it is taken to be UTF-8. */
function encodingOf(head: Uint8Array): { encoding: "utf-8" | "utf-16le" | "utf-16be"; markBytes: number } {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", markBytes: 2 };
  return { encoding: "utf-8", markBytes: head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0 };
}

/** The same bytes without a byte order mark, as UTF-8. */
export async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let isFirst = true;
  for await (const chunk of chunks) {
    let rest = chunk;
    if (isFirst) {
      const { encoding, markBytes } = encodingOf(chunk);
      rest = chunk.subarray(markBytes);
      if (encoding !== "utf-8") decoder = new TextDecoder(encoding);
      isFirst = false;
    }
    yield decoder ? Buffer.from(decoder.decode(rest, { stream: true })) : rest;
  }
}

/**
 * The contents of a file, unpacked where it is gzip, which its first bytes tell and not its name.
 * @param onRead told how many bytes of the file itself have been read so far.
 * @throws Error where what was packed is broken or ends too early; what comes before has been given by then.
 */
export async function* fileBytes(path: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: chunkBytes });
  let read = 0;
  const counted = async function* () {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      read += chunk.length;
      onRead(read);
      yield chunk;
    }
  };
  const chunks = counted();
  const { value: first, done } = await chunks.next();
  if (done) return;
  const all = async function* () {
    yield first;
    yield* chunks;
  };
  yield* isGzip(first) ? unpacked(all()) : all();
}

async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  const source = Readable.from(chunks, { objectMode: true });
  source.on("error", (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let size = 0;
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostUnpackedBytes) throw new Error("it unpacks to more than 64 GB");
    yield chunk;
  }
}
