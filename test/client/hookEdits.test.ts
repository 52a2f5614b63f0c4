import { describe, expect, it } from "vitest";
import { pathWords, proposedName, readHookFields, toggled } from "#client/inspector/hooks/hookEdits.ts";
import type { HookPath } from "#shared/hooks/hookField.ts";

describe("the name that is proposed for a value", () => {
  it.each<[HookPath, string]>([
    [["order", "total"], "Total"],
    [["customerEmail"], "Customer email"],
    [["created_at"], "Created at"],
    [["item", "SKU"], "SKU"],
    [["items", 0, "unit-price"], "Unit price"],
    [["items", 1], "Items 2"],
    [["7"], "7"],
  ])("of %j is %j", (path, name) => {
    expect(proposedName(path, [])).toBe(name);
  });

  it("says as much of where the value stands as tells it from the others", () => {
    const path = ["order", "customer", "email"];
    expect(proposedName(path, ["Email"])).toBe("Customer email");
    expect(proposedName(path, ["Email", "Customer email"])).toBe("Order customer email");
    expect(proposedName(path, ["Email", "Customer email", "Order customer email"])).toBe("Order customer email 2");
    expect(proposedName(["x".repeat(120)], ["X".concat("x".repeat(59))]).length).toBeLessThanOrEqual(60);
  });
});

describe("picking", () => {
  it("takes a value with a guess of its type, and puts back what is picked already", () => {
    const one = toggled([], { path: ["order", "total"], value: "12.50" }, "a");
    expect(one).toEqual([{ id: "a", name: "Total", path: ["order", "total"], type: "number" }]);
    const two = toggled(one, { path: ["total"], value: 3 }, "b");
    expect(two.map(({ id, name }) => [id, name])).toEqual([
      ["a", "Total"],
      ["b", "Total 2"],
    ]);
    expect(toggled(two, { path: ["order", "total"], value: null }, "c").map(({ id }) => id)).toEqual(["b"]);
  });

  it("reads nothing where the setting is not what it should be", () => {
    for (const value of [undefined, null, "x", [{}], [{ id: "__proto__", name: "", path: ["a"], type: "text" }]])
      expect(readHookFields(value)).toEqual([]);
  });

  it("counts places in lists from one", () => {
    expect(pathWords(["items", 0, "title"])).toBe("items › 1 › title");
  });
});
