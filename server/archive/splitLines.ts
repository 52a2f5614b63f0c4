const newline = 0x0a;

/** One thing of a file: a line, or an entry of a list. */
export interface Piece {
  /** Its line in the file, or its place in the list; from 1. */
  line: number;
  /** Null for what was longer than is taken: it is passed over without being held. */
  bytes: Buffer | null;
}

/** Gathers what lies between two cuts, over several chunks, up to a length. */
export function createGatherer(mostBytes: number) {
  let parts: Buffer[] = [];
  let size = 0;
  return {
    add(part: Buffer): void {
      size += part.length;
      if (size <= mostBytes) parts.push(part);
      else parts = [];
    },
    isEmpty: (): boolean => size === 0,
    /** What was gathered, null where it is too long. */
    take(): Buffer | null {
      const [only] = parts;
      const taken = size > mostBytes ? null : parts.length === 1 && only ? only : Buffer.concat(parts);
      parts = [];
      size = 0;
      return taken;
    },
  };
}

/** Lines of a file, those of a chunk at a time; the last need not have an end. Empty ones are counted, not given. */
export async function* splitLines(chunks: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Piece[]> {
  const gatherer = createGatherer(mostBytes);
  let line = 0;
  for await (const chunk of chunks) {
    const found: Piece[] = [];
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      line += 1;
      gatherer.add(chunk.subarray(from, end));
      from = end + 1;
      const bytes = gatherer.take();
      if (bytes === null || !isBlank(bytes)) found.push({ line, bytes });
    }
    if (from < chunk.length) gatherer.add(chunk.subarray(from));
    yield found;
  }
  if (gatherer.isEmpty()) return;
  const bytes = gatherer.take();
  if (bytes === null || !isBlank(bytes)) yield [{ line: line + 1, bytes }];
}

/** Nothing but spaces, tabs and ends of lines. */
const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
