import { describe, expect, it } from "vitest";
import { asType, valueOf } from "#shared/template/typedValue.ts";

describe("a value as a type", () => {
  it("is a number where it is written as one, with a point or a comma, and else is not set", () => {
    expect(
      ["12", " 12.5 ", "12,5", "-3", "1.200,50", "twelve", "", "0x10", "1e3"].map((each) => asType(each, "number")),
    ).toEqual([12, 12.5, 12.5, -3, null, null, null, null, null]);
    expect(asType(7, "number")).toBe(7);
    expect(asType(true, "number")).toBeNull();
  });

  it("is yes or no in either language", () => {
    expect(["Yes", "sí", "TRUE", "no", "false", "maybe", ""].map((each) => asType(each, "boolean"))).toEqual([
      true,
      true,
      true,
      false,
      false,
      null,
      null,
    ]);
    expect(asType(false, "boolean")).toBe(false);
  });

  it("is an instant where it is a date, in seconds, milliseconds or words", () => {
    const at = Date.UTC(2026, 4, 6);
    expect(["2026-05-06", "no date"].map((each) => asType(each, "date"))).toEqual([at, null]);
    expect([at, at / 1000].map((each) => asType(each, "date"))).toEqual([at, at]);
  });

  it("is a text as it stands, lists joined, and not set when there is nothing", () => {
    expect([" a ", 4, true, ["x", "y"], "", null].map((each) => asType(each, "text"))).toEqual([
      " a ",
      "4",
      "true",
      "x, y",
      null,
      null,
    ]);
  });
});

describe("what a text with values comes to", () => {
  const read = (ref: string) => ({ number: 4, tags: ["a", "b"], empty: null })[ref] ?? null;

  it("keeps the type of a value that stands alone, and is a text with words around it", () => {
    expect(valueOf([{ ref: "number" }], read)).toBe(4);
    expect(valueOf([" ", { ref: "tags" }], read)).toEqual(["a", "b"]);
    expect(valueOf(["No. ", { ref: "number" }], read)).toBe("No. 4");
  });

  it("falls back where the value is not set, and is not set itself where nothing is left", () => {
    expect(valueOf([{ ref: "empty", fallback: "none" }], read)).toBe("none");
    expect(valueOf([{ ref: "empty" }], read)).toBeNull();
    expect(valueOf([], read)).toBeNull();
  });
});
