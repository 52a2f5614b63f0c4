import { createGatherer, type Piece } from "./splitLines.ts";

const quote = 0x22;
const backslash = 0x5c;
const opens = new Set([0x7b, 0x5b]);
const closes = new Set([0x7d, 0x5d]);
const openObject = 0x7b;
const openList = 0x5b;

/**
 * The objects in a JSON document that is one list (`[{…}, …]`), or an object that holds it (`{"conversations": [{…}, …]}`), without
 * reading the document as a whole. Line is the place in the list.
 */
export async function* splitDocument(chunks: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Piece[]> {
  const gatherer = createGatherer(mostBytes);
  /** What is open at the moment, the outermost first; deeper than the entries it is only counted. */
  const outer: number[] = [];
  let depth = 0;
  let entryDepth = 0;
  let isQuoted = false;
  let isEscaped = false;
  let line = 0;
  for await (const chunk of chunks) {
    const found: Piece[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (isQuoted) {
        if (isEscaped) isEscaped = false;
        else if (byte === backslash) isEscaped = true;
        else if (byte === quote) isQuoted = false;
      } else if (byte === quote) isQuoted = true;
      else if (opens.has(byte)) {
        const isEntry = entryDepth === 0 && byte === openObject && outer.at(-1) === openList && depth <= 2;
        depth += 1;
        if (isEntry) {
          entryDepth = depth;
          from = at;
        } else if (entryDepth === 0) outer.push(byte);
      } else if (closes.has(byte)) {
        if (entryDepth > 0 && depth === entryDepth) {
          gatherer.add(chunk.subarray(from, at + 1));
          line += 1;
          found.push({ line, bytes: gatherer.take() });
          entryDepth = 0;
        } else if (entryDepth === 0) outer.pop();
        depth = Math.max(0, depth - 1);
      }
    }
    if (entryDepth > 0) gatherer.add(chunk.subarray(from));
    yield found;
  }
  // What was begun and does not end is told as a broken one.
  if (!gatherer.isEmpty()) yield [{ line: line + 1, bytes: gatherer.take() }];
}
