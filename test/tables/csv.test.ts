import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defused, delimiterOf, readCsv, undefused, writeCsv } from "#shared/tables/csv.ts";

const field = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[",;\t\r\n='a\uFEFF]{0,6}$/));
const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 6 });

describe("CSV", () => {
  it("reads back what it wrote, whatever stands in the fields", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(",", ";", "\t"), (table, delimiter) => {
        expect(readCsv(writeCsv(table, delimiter), delimiter)).toEqual(table);
      }),
    );
  });

  it("writes what RFC 4180 says", () => {
    expect(writeCsv([["a", 'b "c"', "d,e"], ["", "f\ng"], [""]])).toBe('a,"b ""c""","d,e"\r\n,"f\ng"\r\n""\r\n');
  });

  it.each([
    [
      "any end of line, and none at the end",
      "a,b\nc,d\r\ne,f\rg,h",
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
        ["g", "h"],
      ],
    ],
    ["a mark of byte order at the beginning", '\uFEFF"a",b', [["a", "b"]]],
    ["no row in an empty line", "a\n\n\nb\n\n", [["a"], ["b"]]],
    [
      "empty fields",
      "a,\n,\n",
      [
        ["a", ""],
        ["", ""],
      ],
    ],
    ["quotes that are no field's own", 'say "hi",5" disk\n', [['say "hi"', '5" disk']]],
    ["a field after whose quotes something follows", '"hi" there,b', [['"hi" there', "b"]]],
    ["a quote that is never closed", '"a,b\nc', [['"a', "b"], ["c"]]],
    ["nothing at all", "", []],
  ])("reads %s", (_, text, expected) => {
    expect(readCsv(text, ",")).toEqual(expected);
  });

  it("never fails and loses no line, whatever it is given", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[",\r\na]{0,40}$/), (text) => {
        const read = readCsv(text, ",");
        expect(
          read
            .flat()
            .join("")
            .replaceAll(/[",\r\n]/g, ""),
        ).toBe(text.replaceAll(/[",\r\n]/g, ""));
      }),
    );
  });

  it("tells commas, semicolons and tabs apart by the first line", () => {
    expect(delimiterOf("name,price\n1;2;3;4,5")).toBe(",");
    expect(delimiterOf("nombre;precio\nA;1,5\nB;2,5,1")).toBe(";");
    expect(delimiterOf("name\tprice, net\n")).toBe("\t");
    expect(readCsv('name\n"a, b"', delimiterOf('name\n"a, b"'))).toEqual([["name"], ["a, b"]]);
  });
});

describe("a text that a spreadsheet would take for a formula", () => {
  it.each(['=HYPERLINK("http://evil")', "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1"])(
    "%s is made a text",
    (words) => {
      expect(defused(words)).toBe(`'${words}`);
    },
  );

  it("comes back as it was, and so does every other", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+@-]?a?$/)), (words) => {
        expect(undefused(defused(words))).toBe(words);
      }),
    );
    expect(defused("it's 5 = 5")).toBe("it's 5 = 5");
  });
});
