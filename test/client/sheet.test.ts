import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copied, pasted } from "#client/tables/clip.ts";
import { importPlan } from "#client/tables/importPlan.ts";
import { inChunks } from "#client/tables/inChunks.ts";
import { moved, tabbed } from "#client/tables/places.ts";
import { readTableFile } from "#client/tables/readTableFile.ts";
import { languages } from "#shared/language/text.ts";
import type { Column } from "#shared/tables/table.ts";

const columns: Column[] = [
  { id: "name", name: "Name", type: "text" },
  { id: "price", name: "Price", type: "number" },
  { id: "vip", name: "VIP", type: "boolean" },
];
const size = { rows: 4, columns: 3, page: 2 };

describe("keys in a sheet", () => {
  it.each([
    ["ArrowUp", false, { row: 0, column: 1 }],
    ["ArrowDown", false, { row: 2, column: 1 }],
    ["ArrowDown", true, { row: 3, column: 1 }],
    ["ArrowLeft", false, { row: 1, column: 0 }],
    ["PageDown", false, { row: 3, column: 1 }],
    ["Home", false, { row: 1, column: 0 }],
    ["End", true, { row: 3, column: 2 }],
    ["x", false, null],
    ["toString", false, null],
  ])("%s (far: %s) lead to a cell, never out of the sheet", (key, far, place) => {
    expect(moved({ row: 1, column: 1 }, key, far, size)).toEqual(place);
  });

  it("go by Tab through every cell once, and then on", () => {
    const seen = [{ row: 0, column: 0 }];
    for (let at = tabbed(seen[0] ?? { row: 0, column: 0 }, 1, size); at; at = tabbed(at, 1, size)) seen.push(at);
    expect(seen).toHaveLength(12);
    expect(tabbed({ row: 0, column: 0 }, -1, size)).toBeNull();
    expect(tabbed({ row: 1, column: 0 }, -1, size)).toEqual({ row: 0, column: 2 });
  });
});

describe("the clipboard", () => {
  it("pastes what it copied, in both languages", () => {
    const cells = fc.record({
      name: fc.string({ unit: "grapheme" }).filter((words) => words.trim() !== ""),
      price: fc.integer(),
      vip: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 2, maxLength: 4 }), fc.constantFrom(...languages), (rows, language) => {
        const text = copied(rows, columns, language);
        expect(pasted(text, columns, 1, 1, language)).toEqual({ rows, leftOut: 0 });
      }),
    );
  });

  it("leaves out, and counts, what does not fit and what stands beyond the last column", () => {
    expect(pasted("a\tmany\tyes\tmore\nb\t2", columns, 1, 1, "en")).toEqual({
      rows: [
        { name: "a", vip: true },
        { name: "b", price: 2 },
      ],
      leftOut: 2,
    });
    expect(pasted("x".repeat(2_001), columns, 1, 1, "en").leftOut).toBe(1);
    expect(pasted("", columns, 1, 1, "en").rows).toEqual([]);
  });

  it("fills a selection with one value", () => {
    expect(pasted("5", columns.slice(1, 2), 3, 1, "en").rows).toEqual([{ price: 5 }, { price: 5 }, { price: 5 }]);
  });
});

describe("a file that becomes a table", () => {
  const read = (text: string, name = "Prices.csv") =>
    readTableFile(new File([text], name), (place) => `Column ${place}`);
  const planned = async (text: string, into: Column[] = [], language: "en" | "es" = "en") => {
    const file = await read(text);
    if (typeof file === "string") throw new Error(file);
    return importPlan(file, into, language);
  };

  it("has a type for each column that all its values are of", async () => {
    const text = "t,n,d,b,phone,zip,none\na,1,2026-01-02,yes,+34600,01234,\nb,-2.5,,No,+34601,28001,\n";
    const { columns: found, rows } = await planned(text);
    expect(found.map(({ type }) => type)).toEqual(["text", "number", "date", "boolean", "text", "text", "text"]);
    expect(rows[0]).toEqual(["a", 1, "2026-01-02", true, "+34600", "01234", null]);
  });

  it("goes into the columns of the same name, leaves out what does not fit, and adds what is new", async () => {
    const plan = await planned("price,NAME,Since\nmany,Ana,2026-01-02\n7,Bea,\n", columns);
    expect(plan.columns).toEqual([
      { name: "Price", type: "number", into: "price" },
      { name: "Name", type: "text", into: "name" },
      { name: "Since", type: "date", into: null },
    ]);
    expect(plan).toMatchObject({
      rows: [
        [null, "Ana", "2026-01-02"],
        [7, "Bea", null],
      ],
      leftOut: 1,
    });
  });

  it("reads what Spanish spreadsheets save: semicolons, commas in numbers, an older encoding", async () => {
    const plan = await planned("nombre;precio\nAna;1,5\nBea;2.000,25\n", [], "es");
    expect(plan.rows).toEqual([
      ["Ana", 1.5],
      ["Bea", 2000.25],
    ]);
    const latin = new File([Uint8Array.from([0x61, 0xf1, 0x6f, 0x0a, 0xe9])], "a.csv");
    expect(await readTableFile(latin, String)).toMatchObject({ headers: ["año"], rows: [["é"]] });
  });

  it("gives names to columns that have none, or the name of another", async () => {
    expect(await read("a,,A\n1,2,3,4\n")).toMatchObject({
      name: "Prices",
      headers: ["a", "Column 2", "Column 3", "Column 4"],
    });
  });

  it("is refused where it has no rows, or more than a table can hold", async () => {
    expect(await read("only,headers\n")).toBe("importEmpty");
    expect(await read("")).toBe("importEmpty");
    expect(await read(`a\n${"1\n".repeat(20_001)}`)).toBe("importTooMany");
    expect(await read(`${Array.from({ length: 51 }, String).join()}\n1\n`)).toBe("importTooMany");
  });
});

it("sends rows in their order, in parts that a request can hold", () => {
  const row = (size: number, length: number) => ({
    cells: Object.fromEntries(Array.from({ length: size }, (_, index) => [`c${index}`, "x".repeat(length)])),
  });
  expect(inChunks(Array.from({ length: 1_200 }, () => row(1, 1))).map(({ length }) => length)).toEqual([500, 500, 200]);
  expect(inChunks(Array.from({ length: 450 }, () => row(50, 1))).map(({ length }) => length)).toEqual([200, 200, 50]);
  expect(inChunks(Array.from({ length: 11 }, () => row(50, 2_000))).map(({ length }) => length)).toEqual([5, 5, 1]);
  expect(inChunks([])).toEqual([]);
});
