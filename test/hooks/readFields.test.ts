import { describe, expect, it } from "vitest";
import type { HookField, HookPath, HookType } from "#shared/hooks/hookField.ts";
import { fitTo, readFields, valueAt } from "#shared/hooks/readFields.ts";
import { guessType, sampleOf } from "#shared/hooks/sample.ts";

const field = (id: string, path: HookPath, type: HookType): HookField => ({ id, name: id, path, type });

describe("values of what another tool sent", () => {
  it("are read where they stand, places in lists from 0, and are not set where nothing stands", () => {
    const body = { order: { total: "12.50", items: [{ title: "Cup" }, { title: "Pot" }] } };
    const read = readFields(body, [
      field("total", ["order", "total"], "number"),
      field("second", ["order", "items", 1, "title"], "text"),
      field("third", ["order", "items", 2, "title"], "text"),
      field("none", ["order", "customer", "email"], "text"),
    ]);
    expect(read).toEqual({ total: 12.5, second: "Pot", third: null, none: null });
  });

  it("are never inherited: names of every object and list are found only where the sender wrote them", () => {
    const plain: unknown = JSON.parse(`{"list":["a"],"text":"abc"}`);
    for (const path of [["__proto__"], ["constructor"], ["constructor", "name"], ["toString"], ["list", "length"]])
      expect([path, valueAt(plain, path)]).toEqual([path, undefined]);
    expect(valueAt(plain, ["text", 0])).toBeUndefined();
    expect(valueAt(plain, ["list", "0"])).toBeUndefined();
    const written: unknown = JSON.parse(`{"__proto__":{"isAdmin":"yes"},"constructor":"Ada"}`);
    const fields = [field("a", ["__proto__", "isAdmin"], "text"), field("b", ["constructor"], "text")];
    expect(readFields(written, fields)).toEqual({ a: "yes", b: "Ada" });
    expect("isAdmin" in {}).toBe(false);
  });

  it.each([
    ["text", "Ada", "Ada"],
    ["text", 12, "12"],
    ["text", true, "true"],
    ["text", "", null],
    ["text", { a: 1 }, null],
    ["text", ["a"], null],
    ["number", 3.5, 3.5],
    ["number", " 1200 ", 1200],
    ["number", "1,200", null],
    ["number", "twelve", null],
    ["number", "Infinity", null],
    ["number", "", null],
    ["number", true, null],
    ["date", "2026-11-25", Date.parse("2026-11-25")],
    ["date", "2026-11-25T10:00:00+01:00", Date.parse("2026-11-25T09:00:00Z")],
    ["date", 1_790_000_000, 1_790_000_000_000],
    ["date", 1_790_000_000_000, 1_790_000_000_000],
    ["date", "2026-99-99", null],
    ["date", "tomorrow", null],
    ["date", 1e300, null],
    ["boolean", false, false],
    ["boolean", "true", true],
    ["boolean", "yes", null],
    ["boolean", 1, null],
    ["list", ["a", 2, true], ["a", "2", "true"]],
    ["list", "a", ["a"]],
    ["list", ["a", null], null],
    ["list", [{ a: 1 }], null],
    ["list", [], null],
  ] as const)("as %s, %j is %j", (type, value, expected) => {
    expect(fitTo(type, value)).toEqual(expected);
  });

  it("are bounded", () => {
    expect(fitTo("text", "x".repeat(50_000))).toHaveLength(10_000);
    const list = fitTo(
      "list",
      Array.from({ length: 500 }, () => "y".repeat(5_000)),
    );
    expect(list).toHaveLength(200);
    expect(Array.isArray(list) && list.every((entry) => entry.length === 1_000)).toBe(true);
  });
});

describe("the last call as a list of values", () => {
  it("has each value with where it stands, a list of plain values as one", () => {
    const body = {
      id: 7,
      tags: ["new", "vip"],
      items: [{ title: "Cup", gift: false }],
      note: null,
      none: {},
      empty: [],
    };
    expect(sampleOf(body)).toEqual({
      more: false,
      rows: [
        { path: ["id"], value: 7 },
        { path: ["tags"], value: ["new", "vip"] },
        { path: ["items", 0, "title"], value: "Cup" },
        { path: ["items", 0, "gift"], value: false },
        { path: ["note"], value: null },
        { path: ["empty"], value: [] },
      ],
    });
    expect(sampleOf(["a", "b"]).rows).toEqual([
      { path: [0], value: "a" },
      { path: [1], value: "b" },
    ]);
  });

  it("is bounded, and says so", () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`k${index}`, "x".repeat(10_000)]));
    const { rows, more } = sampleOf(many);
    expect([rows.length, more]).toEqual([200, true]);
    expect(rows.every(({ value }) => typeof value === "string" && value.length === 300)).toBe(true);
    let deep: object = { end: 1 };
    for (let level = 0; level < 60; level += 1) deep = { level: deep };
    expect(sampleOf({ deep, ["k".repeat(500)]: 1, near: 2 }).rows).toEqual([{ path: ["near"], value: 2 }]);
  });

  it.each([
    ["12.50", "number"],
    [12, "number"],
    ["0034600123456", "text"],
    ["820982911946154508", "text"],
    ["2026-11-25T10:00:00Z", "date"],
    ["2026-99-99", "text"],
    [true, "boolean"],
    [["a"], "list"],
    [null, "text"],
    ["Ada", "text"],
  ] as const)("guesses of %j that it is a %s", (value, type) => {
    expect(guessType(typeof value === "object" && value !== null ? [...value] : value)).toBe(type);
  });
});
