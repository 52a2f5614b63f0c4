import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "#shared/language/text.ts";
import { cellKey, cellText, fitsColumn, readCell } from "#shared/tables/cell.ts";
import type { Cell, ColumnType } from "#shared/tables/table.ts";

const day = fc
  .date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const cells: Record<ColumnType, fc.Arbitrary<Cell>> = {
  text: fc.string().filter((words) => words.trim() !== ""),
  number: fc.oneof(
    fc.integer(),
    fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((n) => Number(n.toFixed(6))),
  ),
  date: day,
  boolean: fc.boolean(),
};

describe("a cell", () => {
  it.each(Object.keys(cells) as ColumnType[])(
    "of type %s is read back from its own words, in both languages",
    (type) => {
      fc.assert(
        fc.property(cells[type], fc.constantFrom(...languages), (cell, language) => {
          const read = readCell(type, cellText(cell, language), language) ?? null;
          expect(typeof read === "number" ? read + 0 : read).toEqual(typeof cell === "number" ? cell + 0 : cell);
          expect(fitsColumn(type, read)).toBe(true);
        }),
      );
    },
  );

  it("is empty where there are no words", () => {
    for (const type of ["text", "number", "date", "boolean"] as const) expect(readCell(type, " \n", "en")).toBeNull();
  });

  it.each([
    ["number", "1,234.5", "en", 1234.5],
    ["number", "1.234,5", "es", 1234.5],
    ["number", "1,5", "es", 1.5],
    ["number", "12 cats", "en", undefined],
    ["number", "9".repeat(400), "en", undefined],
    ["date", "2026-07-25T10:00:00Z", "en", "2026-07-25"],
    ["date", "1795471200", "en", "2026-11-23"],
    ["date", "1795471200000", "en", "2026-11-23"],
    ["date", "2026-02-31", "en", undefined],
    ["date", "25/7/2026", "en", "2026-07-25"],
    ["date", "7/25/2026", "en", "2026-07-25"],
    ["date", "3/4/2026", "en", undefined],
    ["date", "3/4/2026", "es", "2026-04-03"],
    ["date", "5/5/2026", "en", "2026-05-05"],
    ["date", "soon", "en", undefined],
    ["boolean", "Sí", "en", true],
    ["boolean", "FALSE", "es", false],
    ["boolean", "maybe", "en", undefined],
    ["text", " as it is ", "en", " as it is "],
  ] as const)("of type %s reads “%s” in %s as %s", (type, words, language, cell) => {
    expect(readCell(type, words, language)).toBe(cell);
  });

  it("is found without regard to case, accents and outer spaces, a number by its value", () => {
    expect(cellKey(" Más DEVOLUCIONES ")).toBe(cellKey("mas devoluciones"));
    expect(cellKey("1.0")).not.toBe(cellKey(1));
  });

  it("does not fit a column of another type", () => {
    expect(fitsColumn("number", "5")).toBe(false);
    expect(fitsColumn("date", "2026-02-31")).toBe(false);
    expect(fitsColumn("boolean", 1)).toBe(false);
    expect(fitsColumn("text", null)).toBe(true);
  });
});
