import { describe, expect, it } from "vitest";
import { filterCount, filterIn, searchOf, startOfDay } from "#client/archive/archiveFilter.ts";
import { fieldsAt, missingFields, previewOf, withColumn } from "#client/archive/columnMapping.ts";
import { leftWords } from "#client/archive/importWords.ts";
import { markedPieces, searchedWords } from "#client/archive/markedPieces.ts";
import { rowAfter } from "#client/archive/useRovingRows.ts";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";

const filter = (address: string) => filterIn(new URLSearchParams(address));

describe("the filter of past conversations", () => {
  it("is what the address says, without what it cannot mean", () => {
    expect(filter("search=refund&state=closed&team=5&from=2026-03-04&page=2")).toEqual({
      search: "refund",
      state: "closed",
      team: "5",
      from: "2026-03-04",
    });
    expect(filter("state=gone&from=yesterday&to=2026-99-99&search=")).toEqual({});
  });
  it("counts what is set beside the words", () => {
    expect(filterCount(filter("search=refund&state=open&tag=7"))).toBe(2);
  });
  it("takes days as the reader's calendar has them, the last included, also over the end of a month", () => {
    expect(searchOf({ from: "2026-02-28", to: "2026-02-28", state: "open" })).toEqual({
      state: "open",
      from: new Date(2026, 1, 28).toISOString(),
      to: new Date(2026, 2, 1).toISOString(),
    });
    expect(startOfDay("2026-12-31", 1)).toBe(new Date(2027, 0, 1).toISOString());
  });
});

describe("the words that are marked", () => {
  it("are those of the search, with what is in quotes kept together", () => {
    expect(searchedWords(' late "where is" refund ')).toEqual(["late", "where is", "refund"]);
    expect(searchedWords('"never ends')).toEqual(["never", "ends"]);
    expect(searchedWords("")).toEqual([]);
  });
  const found = (text: string, ...words: string[]) =>
    markedPieces(text, words)
      .map(({ text: piece, isFound }) => (isFound ? `[${piece}]` : piece))
      .join("");
  it("are found without regard to case and accents, where words begin, in any alphabet", () => {
    expect(found("Una DEVOLUCIÓN, y devoluciones", "devolucion")).toBe("Una [DEVOLUCIÓN], y [devolucion]es");
    expect(found("De\u0301ja vu 🎉 de\u0301jame", "déja")).toBe("[Déja] vu 🎉 [déja]me");
    expect(found("printing in ink", "in")).toBe("printing [in] [in]k");
    expect(found("a reset password resets", "reset", "password")).toBe("a [reset] [password] [reset]s");
    expect(found("Где мой ВОЗВРАТ?", "возврат")).toBe("Где мой [ВОЗВРАТ]?");
    expect(found("nothing here", "x", "")).toBe("nothing here");
  });
});

describe("arrows in a list", () => {
  it("lead up and down and to its ends, and never out of it", () => {
    expect(["ArrowDown", "ArrowUp", "Home", "End", "a"].map((key) => rowAfter(key, 1, 5))).toEqual([2, 0, 0, 4, null]);
    expect(rowAfter("ArrowDown", 4, 5)).toBe(4);
    expect(rowAfter("ArrowUp", 0, 5)).toBe(0);
  });
});

describe("the time left of an import", () => {
  it("is told no finer than it can be known", () => {
    expect(leftWords(2, "en")).toBe("5 sec");
    expect(leftWords(61, "en")).toBe("2 min");
    expect(leftWords(4_000, "en")).toBe("1 hr 7 min");
  });
});

const mapping: CsvMapping = {
  rows: "message",
  delimiter: ",",
  columns: { conversation: 0, time: 1, authorName: 2, text: 3, tags: 4 },
  dayFirst: true,
  timezone: "UTC",
};
const rows = [
  ["1", "03/04/2026 10:00", "Zoe", "Nothing prints", "printer, vip"],
  ["2", "03/04/2026 11:00", "Yan", "My invoice is wrong", ""],
  ["1", "03/04/2026 10:20", "Marta", "Turn it off and on", ""],
  ["", "03/04/2026 10:20", "Nobody", "Belongs nowhere", ""],
  ["3", "some day", "Uma", "When?", ""],
];

describe("the columns of a table", () => {
  it("have to hold the conversation's number only where rows are messages", () => {
    expect(missingFields({ ...mapping, columns: {} })).toEqual(["conversation", "time", "text"]);
    expect(missingFields({ ...mapping, rows: "conversation", columns: { time: 1 } })).toEqual(["text"]);
    expect(missingFields(mapping)).toEqual([]);
  });
  it("are chosen and let go one at a time", () => {
    expect(withColumn(mapping, "text", null).columns).toEqual({ conversation: 0, time: 1, authorName: 2, tags: 4 });
    expect(withColumn(mapping, "subject", 3).columns).toEqual({ ...mapping.columns, subject: 3 });
    expect(fieldsAt(withColumn(mapping, "subject", 3), 3)).toEqual(["text", "subject"]);
  });
});

describe("the preview of a table", () => {
  it("gathers messages by their conversation, oldest first, and says why one would be left out", () => {
    const [first, second, third] = previewOf(rows, mapping, 3);
    expect(first).toMatchObject({ outcome: "shown", id: "1", tags: ["printer", "vip"] });
    expect(
      first?.outcome === "shown" && first.parts.map(({ author, text }) => [author.kind, author.name, text]),
    ).toEqual([
      ["customer", "Zoe", "Nothing prints"],
      ["teammate", "Marta", "Turn it off and on"],
    ]);
    expect(second).toMatchObject({ outcome: "shown", id: "2" });
    expect(third).toMatchObject({ outcome: "refused", id: "3", why: { en: "It does not say when it began." } });
  });
  it("makes a conversation of each row where rows are whole ones", () => {
    const whole = withColumn({ ...mapping, rows: "conversation" }, "conversation", null);
    expect(previewOf(rows, whole, 2).map(({ id, outcome }) => [id, outcome])).toEqual([
      ["row 2", "shown"],
      ["row 3", "shown"],
    ]);
  });
  it("waits until nothing is missing", () => {
    expect(previewOf(rows, withColumn(mapping, "text", null), 3)).toEqual([]);
  });
});
