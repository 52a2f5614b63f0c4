import { describe, expect, it } from "vitest";
import { changeSetting } from "#client/inspector/changeSetting.ts";
import { findRow } from "#shared/integrations/logic/findRow.ts";
import { writeRow } from "#shared/integrations/logic/writeRow.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Given, Json, Plan } from "#shared/nodes/define.ts";
import { formOf } from "#shared/nodes/form.ts";
import { refsIn } from "#shared/nodes/refsIn.ts";
import { validate } from "#shared/workflow/validate.ts";
import { valuesInScope } from "#shared/workflow/valuesInScope.ts";
import { emptyLists, type Lists } from "#shared/workspace/lists.ts";
import { givenFor } from "../support/givenFor.ts";
import { drawing } from "../support/workflowBuilder.ts";

const lists: Lists = {
  ...emptyLists(),
  tables: [
    {
      id: "t",
      name: "Prices",
      columns: [
        { id: "plan", name: "Plan", type: "text" },
        { id: "price", name: "Price", type: "number" },
        { id: "since", name: "Since", type: "date" },
        { id: "vip", name: "VIP", type: "boolean" },
      ],
    },
  ],
};
const where = { column: "plan", is: ["Gold"] };

function planned(type: string, config: object, more: Partial<Given<Record<string, unknown>>> = {}): Plan {
  const node = registry.get(type);
  if (node?.kind !== "action") throw new Error(`${type} is no action`);
  return node.plan({ ...givenFor(node.config.parse(config)), ...more });
}

describe("a row", () => {
  it("is asked for with the words as they are filled in, whatever they hold", () => {
    const is = [{ ref: "contact.name" }, "} {{x}} '"];
    expect(planned("logic.findRow", { table: "t", where: { column: "plan", is } })).toEqual({
      type: "row",
      do: "find",
      table: "t",
      where: { column: "plan", is: "Ada Byron} {{x}} '" },
      cells: [],
    });
    const cells = [
      { column: "price", value: ["5"] },
      { column: "vip", value: [] },
    ];
    expect(planned("logic.writeRow", { table: "t", where: null, cells })).toMatchObject({
      do: "write",
      where: null,
      cells: [
        { column: "price", words: "5" },
        { column: "vip", words: "" },
      ],
    });
  });

  it("is never any row because the value to find it by is empty", () => {
    const empty = { table: "t", where: { column: "plan", is: [{ ref: "contact.phone" }] } };
    expect(planned("logic.findRow", empty)).toEqual({ type: "answer", reply: { found: false } });
    expect(planned("logic.removeRow", empty)).toEqual({ type: "answer", reply: { removed: 0 } });
    const write = planned("logic.writeRow", { ...empty, cells: [{ column: "price", value: ["5"] }] });
    expect(write).toMatchObject({ type: "fail", failure: { what: { en: "The value to find the row by is empty." } } });
  });

  it("gives the columns of its table to later steps, each with its type", () => {
    const document = drawing(
      { find: ["logic.findRow", { table: "t", where }], note: ["intercom.addNote", { note: ["x"] }] },
      ["find.next>note"],
    );
    const given = (known: Lists | null) =>
      valuesInScope(document, "note", registry, known)
        .filter(({ ref }) => ref.startsWith("steps."))
        .map(({ ref, type, label }) => [ref, type, label.en]);
    expect(given(lists)).toEqual([
      ["steps.find.found", "boolean", "Whether a row was found"],
      ["steps.find.plan", "text", "Plan"],
      ["steps.find.price", "number", "Price"],
      ["steps.find.since", "date", "Since"],
      ["steps.find.vip", "boolean", "VIP"],
    ]);
    expect(given(null)).toHaveLength(1);
  });

  it("refers to what its settings' texts refer to", () => {
    const chip = (ref: string) => [{ ref }];
    const config = writeRow.config.parse({
      table: "t",
      where: { column: "plan", is: chip("contact.email") },
      cells: [{ column: "price", value: chip("company.size") }],
    });
    expect(refsIn(writeRow, config).map(({ field, ref }) => [field, ref])).toEqual([
      ["where", "contact.email"],
      ["cells", "company.size"],
    ]);
  });

  it("lets go of columns when another table is chosen, and of nothing when the same is", () => {
    const fields = formOf(findRow.config);
    const before = { table: "t", where };
    expect(changeSetting(before, "table", "other", fields, lists)).toEqual({ table: "other" });
    expect(changeSetting(before, "table", "t", fields, lists)).toEqual(before);
    const none = { table: "t", where: null, cells: [] };
    expect(changeSetting(none, "table", "other", formOf(writeRow.config), lists)).toEqual({
      table: "other",
      where: null,
    });
  });
});

describe("what is wrong with a step that uses a table", () => {
  const faults = (type: string, config: Record<string, Json>, known: Lists | null = lists) =>
    validate(
      drawing({ start: ["intercom.conversationStarted", { channel: "any" }], a: [type, config] }, ["start.next>a"]),
      registry,
      known,
    )
      .filter(({ node }) => node === "a")
      .map(({ code, field, text }) => [code, field, text.en]);
  const write = (...cells: { column: string; value: Json[] }[]) =>
    faults("logic.writeRow", { table: "t", where: null, cells });

  it("is that the table, a column or what it has to hold is missing or gone", () => {
    expect(faults("logic.findRow", { table: "t", where })).toEqual([]);
    expect(faults("logic.findRow", {}).map(([code, field]) => [code, field])).toEqual([
      ["setting-missing", "table"],
      ["setting-missing", "where"],
    ]);
    expect(faults("logic.findRow", { table: "gone", where })).toEqual([
      ["gone", "table", "What “Table” names no longer exists. Choose a replacement."],
    ]);
    expect(faults("logic.findRow", { table: "gone", where }, emptyLists())).toHaveLength(1);
    expect(faults("logic.findRow", { table: "gone", where }, null)).toEqual([]);
    expect(faults("logic.findRow", { table: "t", where: { column: "gone", is: ["x"] } })).toEqual([
      ["gone", "where", "A column is no longer in this table. Choose another."],
    ]);
    expect(faults("logic.removeRow", { table: "t", where: { column: "plan", is: [" "] } })).toEqual([
      ["setting-missing", "where", "Say what the column has to hold."],
    ]);
  });

  it("is that fixed words do not fit a column, or that one is written twice", () => {
    expect(write({ column: "price", value: ["5"] }, { column: "vip", value: ["Sí"] })).toEqual([]);
    expect(write({ column: "price", value: [{ ref: "message.text" }] })).toEqual([]);
    expect(write({ column: "price", value: ["a lot"] })).toEqual([
      ["other-type", "cells", "“Price” takes a number, like 12.5."],
    ]);
    expect(write({ column: "since", value: ["3/4/2026"] })[0]?.[0]).toBe("other-type");
    expect(write({ column: "plan", value: ["x".repeat(2_001)] })[0]?.[0]).toBe("too-long");
    expect(write({ column: "plan", value: ["a"] }, { column: "plan", value: ["b"] })[0]?.[0]).toBe("same-twice");
    expect(write({ column: "gone", value: ["a"] })[0]?.[0]).toBe("gone");
    expect(write()[0]?.[0]).toBe("setting-missing");
  });
});

describe("a counter", () => {
  const example = {
    name: "Reminders",
    whose: "customer",
    act: "add",
    amount: -2,
    restart: "day",
    zone: "Europe/Madrid",
  };

  it("counts for whom and in which period it says, by the clock of its zone", () => {
    const late = { now: Date.parse("2026-07-25T22:30:00Z") };
    const asked = (more: object) => planned("logic.counter", { ...example, ...more }, late);
    expect(asked({})).toEqual({
      type: "count",
      name: "Reminders",
      whose: "customer c1",
      add: -2,
      period: "2026-07-26",
    });
    expect(asked({ restart: "month", zone: "UTC" })).toMatchObject({ period: "2026-07" });
    expect(asked({ restart: "never", whose: "conversation" })).toMatchObject({ period: "", whose: "conversation 901" });
    expect(asked({ whose: "all", act: "reset" })).toMatchObject({ whose: "", add: null });
  });

  it("does not count for nobody", () => {
    const nobody = planned("logic.counter", example, { contactId: null });
    expect(nobody).toMatchObject({ type: "skip", why: { en: "Not counted: there is no customer here." } });
  });
});
