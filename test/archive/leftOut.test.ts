import { describe, expect, it } from "vitest";
import { takeBundle, wordsShown } from "#server/archive/takeBundle.ts";

const now = Date.UTC(2026, 10, 1);

/** What is shown of a line that is left out. */
function shownOf(bytes: Buffer): string | undefined {
  const [reason] = takeBundle([{ line: 1, bytes }], now).reasons;
  return reason?.examples[0]?.words;
}

describe("the words shown of what is left out", () => {
  // The cut falls on each byte of the character once.
  it.each([1, 2, 3, 4])("are whole characters, with %i bytes of one before the cut", (before) => {
    const start = "x".repeat(wordsShown - before);
    expect(shownOf(Buffer.from(`${start}😀 and more`))).toBe(before < 4 ? start : `${start}😀`);
  });

  it("are all of it where it is short", () => {
    expect(shownOf(Buffer.from("España"))).toBe("España");
  });

  it("are read as Windows-1252 where they are no UTF-8", () => {
    expect(shownOf(Buffer.from(`Espa\u00f1a ${"x".repeat(300)}`, "latin1"))).toBe(
      `España ${"x".repeat(wordsShown - 7)}`,
    );
  });

  it("are whole characters of a conversation that is refused", () => {
    const start = `{"id":"","title":"`;
    const title = `${"x".repeat(wordsShown - start.length - 1)}é`;
    expect(shownOf(Buffer.from(`${start}${title}"}`))).toBe(`${start}${title.slice(0, -1)}`);
  });
});
