/** What parts the fields of a line: a comma in RFC 4180, a semicolon where commas are in numbers, a tab in a spreadsheet's clipboard. */
export type Delimiter = "," | ";" | "\t";

/** The rarer in words first. */
const delimiters: readonly Delimiter[] = ["\t", ";", ","];

/** Where the next of several characters stands; the end of the text where none does. */
function nextOf(text: string, from: number, characters: string): number {
  let at = from;
  while (at < text.length && !characters.includes(text.charAt(at))) at += 1;
  return at;
}

/** A field that is in quotes, in which quotes are doubled, and where it ends; null where something follows its end. */
function quoted(text: string, from: number, ends: string): { field: string; end: number } | null {
  let field = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    field += text.slice(at, quote);
    if (text.charAt(quote + 1) !== '"') {
      const end = quote + 1;
      return end === text.length || ends.includes(text.charAt(end)) ? { field, end } : null;
    }
    field += '"';
    at = quote + 2;
  }
}

/**
 * Reads rows of fields as RFC 4180 writes them, with any end of line. Never fails: a quote that is not the first character
 * of a field, or after whose end something follows, stands for itself. Empty lines are no rows.
 */
export function readCsv(text: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  const ends = `${delimiter}\r\n`;
  let row: string[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let begun = at;
  for (;;) {
    const whole = text.charAt(at) === '"' ? quoted(text, at, ends) : null;
    const end = whole?.end ?? nextOf(text, at, ends);
    row.push(whole?.field ?? text.slice(at, end));
    if (text.charAt(end) === delimiter) {
      at = end + 1;
      continue;
    }
    if (end > begun) rows.push(row);
    if (end >= text.length) return rows;
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    begun = at;
    row = [];
  }
}

/** The delimiter of a file: whichever parts its first line into most fields, the rarer where they are even. */
export function delimiterOf(text: string): Delimiter {
  const parts = (delimiter: Delimiter) => readCsv(text.slice(0, 20_000), delimiter)[0]?.length ?? 0;
  return delimiters.reduce((best, each) => (parts(each) > parts(best) ? each : best));
}

/** Writes rows of fields as RFC 4180 says, or with tabs for a spreadsheet's clipboard. Every line has an end. */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: Delimiter = ","): string {
  const special = new RegExp(`["\\r\\n\\uFEFF${delimiter}]`);
  const field = (words: string) => (special.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
  // A row whose only field is empty would be an empty line, and so no row.
  const line = (row: readonly string[]) => (row.length === 1 && row[0] === "" ? '""' : row.map(field).join(delimiter));
  return rows.map((row) => `${line(row)}\r\n`).join("");
}

/**
 * A text that a spreadsheet would take for a formula, with an apostrophe before it, which makes it a text there. One that has
 * apostrophes before such a beginning gets one more, so that `undefused` can tell. Source: OWASP, CSV injection.
 */
export const defused = (words: string): string => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(words) ? `'${words}` : words);

/** The text that was defused. */
export const undefused = (words: string): string => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(words) ? words.slice(1) : words);
