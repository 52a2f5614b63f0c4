import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Chip, isChip, Template } from "#shared/template/template.ts";
import { fill } from "#shared/template/fill.ts";
import {
  chipFor,
  chipOf,
  fromDocument,
  joined,
  readTemplate,
  sameText,
  toDocument,
} from "#client/inspector/text/templateText.ts";

const chip: fc.Arbitrary<Chip> = fc.record(
  {
    ref: fc.string({ minLength: 1, maxLength: 40 }),
    fallback: fc.string({ maxLength: 20 }),
    format: fc.constant("date" as const),
  },
  { requiredKeys: ["ref"] },
);
const words = fc.string({
  unit: fc.oneof(fc.constant("\n"), fc.string({ minLength: 1, maxLength: 1 })),
  maxLength: 30,
});
const template: fc.Arbitrary<Template> = fc.array(fc.oneof(words, chip), { maxLength: 12 });
const named = (ref: string) => (ref.length % 2 === 0 ? `<${ref}>` : null);

describe("a text with values in the editor", () => {
  it("comes back as it was, but for words that stood beside each other", () => {
    fc.assert(
      fc.property(template, (given) => {
        expect(fromDocument(toDocument(given))).toEqual(joined(given));
      }),
    );
  });

  it("means the same to whoever reads it", () => {
    fc.assert(
      fc.property(template, (given) => {
        expect(fill(fromDocument(toDocument(given)), named)).toBe(fill(given, named));
      }),
    );
  });

  it("is drawn the same again after it was kept", () => {
    fc.assert(
      fc.property(template, (given) => {
        const document = toDocument(given);
        expect(toDocument(fromDocument(document))).toEqual(document);
      }),
    );
  });

  it("keeps empty lines and lines that begin or end with a value", () => {
    const given: Template = ["\n\nHello ", { ref: "contact.name" }, "\n", { ref: "company.plan", fallback: "" }, "\n"];
    expect(toDocument(given).content).toHaveLength(5);
    expect(fromDocument(toDocument(given))).toEqual(given);
  });

  it("is nothing when nothing was written", () => {
    expect(fromDocument(toDocument([]))).toEqual([]);
    expect(fromDocument(toDocument(["", ""]))).toEqual([]);
  });

  it("splits words that are longer than a setting takes, between whole characters, and reads them as one again", () => {
    const long = `a${"😀".repeat(25_000)}`;
    const kept = fromDocument(toDocument([long]));
    expect(Template.safeParse(kept).success).toBe(true);
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.every((part) => !isChip(part) && part.isWellFormed())).toBe(true);
    expect(sameText(kept, [long])).toBe(true);
  });
});

describe("a text as a draft holds it", () => {
  it("is read without what is no text, whatever the draft holds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (held) => {
        // What JSON makes of it: a draft has been through it.
        const read = readTemplate(JSON.parse(JSON.stringify(held)));
        expect(read.every((part) => typeof part === "string" || Chip.safeParse(part).success)).toBe(true);
      }),
    );
    expect(readTemplate(["a", 1, { ref: "x" }, { no: "ref" }, null])).toEqual(["a", { ref: "x" }]);
  });

  it("never takes what was pasted from elsewhere for a value", () => {
    expect(chipOf({ ref: "", fallback: null, format: null })).toBeNull();
    expect(chipOf(undefined)).toBeNull();
    expect(chipOf({ ref: "contact.name", fallback: null, format: null })).toEqual({ ref: "contact.name" });
  });

  it("writes a new date as a day", () => {
    const label = { en: "", es: "" };
    const values = [{ ref: "contact.lastSeenAt", type: "date" as const, label, group: label }];
    expect(chipFor("contact.lastSeenAt", values)).toEqual({ ref: "contact.lastSeenAt", format: "date" });
    expect(chipFor("contact.name", values)).toEqual({ ref: "contact.name" });
  });
});
