import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Case, formOf } from "#shared/nodes/form.ts";
import { setContactAttribute } from "#shared/integrations/intercom/actions/setAttribute.ts";
import { splitByValue } from "#shared/integrations/logic/splitByValue.ts";
import { emptyLists, type Lists } from "#shared/workspace/lists.ts";
import { changeSetting } from "#client/inspector/changeSetting.ts";
import { readNumber, showNumber } from "#shared/language/numberText.ts";
import { caseId, moved, readCases, withValues } from "#client/inspector/widgets/caseEdits.ts";

const lists: Lists = {
  ...emptyLists(),
  contactAttributes: [
    { id: "tier", name: "Tier", type: "text" },
    { id: "city", name: "City", type: "text" },
    { id: "seats", name: "Seats", type: "number" },
    { id: "size", name: "Size", type: "list", options: ["small", "large"] },
    { id: "height", name: "Height", type: "list", options: ["low", "high"] },
  ],
};

describe("choosing another attribute to write", () => {
  const fields = formOf(setContactAttribute.config);
  const change = (config: Record<string, never> | object, attribute: string) =>
    changeSetting({ ...config }, "attribute", attribute, fields, lists);

  it("keeps a value that fits", () => {
    const value = { type: "text", value: ["Gold"] };
    expect(change({ attribute: "tier", value }, "city")).toEqual({ attribute: "city", value });
  });

  it("lets go of a value of another type, and of an option that the other does not have", () => {
    expect(change({ attribute: "tier", value: { type: "text", value: ["12"] } }, "seats")).toEqual({
      attribute: "seats",
    });
    expect(change({ attribute: "size", value: { type: "list", value: "small" } }, "height")).toEqual({
      attribute: "height",
    });
  });

  it("leaves every other setting alone, whatever it holds", () => {
    const split = formOf(splitByValue.config);
    const cases = [{ id: "a", label: "", values: ["Pro"] }];
    expect(changeSetting({ value: "company.plan", cases, odd: 1 }, "value", "company.name", split, null)).toEqual({
      value: "company.name",
      cases,
      odd: 1,
    });
    expect(changeSetting({ value: "company.plan", cases }, "value", undefined, split, null)).toEqual({ cases });
  });
});

describe("numbers as people write them", () => {
  it("are read back as they are shown, in both languages", () => {
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }));
    fc.assert(
      fc.property(number, fc.constantFrom("en" as const, "es" as const), (value, language) => {
        expect(readNumber(showNumber(value, language), language)).toBeCloseTo(value, 12);
      }),
    );
  });

  it("may be grouped by thousands, and take either decimal mark where it is clear", () => {
    expect(readNumber("1,200.5", "en")).toBe(1200.5);
    expect(readNumber("1.200,5", "es")).toBe(1200.5);
    expect(readNumber("1.5", "es")).toBe(1.5);
    expect(readNumber("1,5", "en")).toBe(1.5);
    expect(readNumber(" 12 ", "en")).toBe(12);
  });

  it.each(["", "-", "1x", "1.2.3", "1,2,3", "e", "Infinity", "0x10"])("are not read into %j", (typed) => {
    expect(readNumber(typed, "en")).toBeUndefined();
  });
});

describe("the exits of a split", () => {
  const names = new Map([
    ["71", "Billing"],
    ["72", "Onboarding"],
  ]);
  const nameOf = (id: string) => names.get(id) ?? id;

  it("take a readable name from values that are ids, until somebody writes one", () => {
    const fresh: Case = { id: "a", label: "", values: [] };
    const one = withValues(fresh, ["71"], nameOf);
    expect(one.label).toBe("Billing");
    expect(withValues(one, ["71", "72"], nameOf).label).toBe("Billing / Onboarding");
    expect(withValues({ ...one, label: "Money" }, ["71", "72"], nameOf).label).toBe("Money");
    expect(withValues(fresh, ["Pro"], nameOf).label).toBe("");
  });

  it("keep their ids and their number when they change places", () => {
    const some = ["a", "b", "c"].map((id) => ({ id, label: "", values: [] }));
    expect(moved(some, 0, 1).map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(moved(some, 2, 3)).toEqual(some);
    expect(moved(some, 0, -1)).toEqual(some);
  });

  it("get ids that the schema takes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 32 }), (bytes) => {
        expect(Case.shape.id.safeParse(caseId(bytes)).success).toBe(true);
      }),
    );
  });

  it("are none where the draft holds something else", () => {
    expect(readCases(undefined)).toEqual([]);
    expect(readCases([{ id: "A!" }])).toEqual([]);
  });
});
