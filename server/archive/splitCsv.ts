import type { Delimiter } from "#shared/tables/csv.ts";
import { createGatherer, type Piece } from "./splitLines.ts";

const quote = 0x22;
const newline = 0x0a;
const carriage = 0x0d;

/**
 * The rows of a table, each with its end of line, by the same rules as `readCsv`: a quote counts only as the first character of a
 * field. `line` is where a row begins. A quote that never ends makes a row that is too long.
 */
export async function* splitCsv(
  chunks: AsyncIterable<Buffer>,
  delimiter: Delimiter,
  mostBytes: number,
): AsyncGenerator<Piece[]> {
  const parts = delimiter.charCodeAt(0);
  const gatherer = createGatherer(mostBytes);
  let isFieldStart = true;
  let isQuoted = false;
  let hasJustEnded = false;
  let lines = 0;
  let begun = 1;
  for await (const chunk of chunks) {
    const found: Piece[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === newline) lines += 1;
      if (isQuoted) {
        isQuoted = byte !== quote;
        hasJustEnded = !isQuoted;
        isFieldStart = false;
        continue;
      }
      // A doubled quote ends a field and takes it up again.
      if (byte === quote) isQuoted = isFieldStart || hasJustEnded;
      else if (byte === newline) {
        gatherer.add(chunk.subarray(from, at + 1));
        found.push({ line: begun, bytes: gatherer.take() });
        from = at + 1;
        begun = lines + 1;
      }
      hasJustEnded = false;
      isFieldStart = byte === parts || byte === newline || byte === carriage;
    }
    if (from < chunk.length) gatherer.add(chunk.subarray(from));
    yield found;
  }
  if (!gatherer.isEmpty()) yield [{ line: begun, bytes: gatherer.take() }];
}
