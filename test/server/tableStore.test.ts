import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { goOn } from "#server/driver/goOn.ts";
import type { RunDeps } from "#server/driver/runDeps.ts";
import { stand } from "#server/driver/standing.ts";
import { counterStore } from "#server/store/counters.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { ownEffects } from "#server/store/ownEffects.ts";
import { doToRows } from "#server/store/rowEffects.ts";
import { type RunStore, runStore } from "#server/store/runs.ts";
import { tableStore, type TableStore } from "#server/store/tables.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { CountEffect, OwnEffect, RowEffect } from "#shared/nodes/effect.ts";
import { mostRows } from "#shared/tables/table.ts";
import { assignAndNote, firstMessage } from "../support/workflowBuilder.ts";

let db: Database;
let tables: TableStore;
beforeEach(() => {
  db = openDatabase(":memory:");
  tables = tableStore(db);
  tables.create("t", "Prices", [
    { id: "plan", name: "Plan", type: "text" },
    { id: "price", name: "Price", type: "number" },
    { id: "since", name: "Since", type: "date" },
    { id: "vip", name: "VIP", type: "boolean" },
  ]);
});
afterEach(() => db.close());

const added = (...cells: Parameters<TableStore["addRows"]>[1][number]["cells"][]) => {
  const done = tables.addRows(
    "t",
    cells.map((each) => ({ cells: each })),
  );
  return done.outcome === "done" ? done.value : [];
};
const rows = (search = "") => tables.page("t", 0, 100, search).rows;
const row = (effect: Partial<RowEffect>): RowEffect => ({
  type: "row",
  do: "find",
  table: "t",
  where: { column: "plan", is: "gold" },
  cells: [],
  ...effect,
});

describe("a table", () => {
  it("keeps cells of every type, and rows in their order", () => {
    added({ plan: "Gold", price: 12.5, since: "2026-07-25", vip: true }, { plan: "Free", price: 0, vip: false }, {});
    expect(rows().map(({ cells }) => cells)).toEqual([
      { plan: "Gold", price: 12.5, since: "2026-07-25", vip: true },
      { plan: "Free", price: 0, vip: false },
      {},
    ]);
    expect(tables.page("t", 1, 1, "")).toMatchObject({ total: 3, rows: [{ cells: { plan: "Free" } }] });
  });

  it("writes the cells named and no others, and tells which rows are gone", () => {
    const [one = 0, two = 0] = added({ plan: "Gold", price: 1 }, { plan: "Free" });
    tables.removeRows("t", [two]);
    const changed = tables.changeRows("t", [
      { row: one, cells: { price: 2 } },
      { row: two, cells: { price: 3 } },
    ]);
    expect(changed).toEqual({ outcome: "done", value: [two] });
    expect(rows()).toEqual([{ row: one, cells: { plan: "Gold", price: 2 } }]);
    tables.changeRows("t", [{ row: one, cells: { price: null, plan: "  " } }]);
    expect(rows()).toEqual([{ row: one, cells: {} }]);
  });

  it("takes all of several rows or none, and says what does not fit", () => {
    const refused = (cells: object) => tables.addRows("t", [{ cells: { plan: "fits" } }, { cells: { ...cells } }]);
    expect(refused({ price: "5" })).toMatchObject({ outcome: "refused", why: "misfit", column: "Price" });
    expect(refused({ since: "2026-02-31" })).toMatchObject({ why: "misfit", column: "Since" });
    expect(refused({ vip: 1 })).toMatchObject({ why: "misfit", column: "VIP" });
    expect(refused({ plan: "x".repeat(2_001) })).toMatchObject({ why: "too-long", column: "Plan" });
    expect(refused({ other: "x" })).toMatchObject({ why: "no-column" });
    expect(rows()).toEqual([]);
    expect(refused({ plan: "x".repeat(2_000) }).outcome).toBe("done");
  });

  it("puts a removed row back at its place, and gives no number that was not given", () => {
    const numbers = added({ plan: "a" }, { plan: "b" }, { plan: "c" });
    tables.removeRows("t", numbers.slice(1, 2));
    tables.addRows("t", [{ row: numbers[1], cells: { plan: "b again" } }]);
    expect(rows().map(({ cells }) => cells["plan"])).toEqual(["a", "b again", "c"]);
    const strange = tables.addRows("t", [
      { row: 9_007_199_254_740_991, cells: {} },
      { row: numbers[0], cells: {} },
    ]);
    expect(strange).toEqual({ outcome: "done", value: [(numbers[2] ?? 0) + 1, (numbers[2] ?? 0) + 2] });
  });

  it("finds rows by words in any of their cells", () => {
    added({ plan: "Énorme" }, { plan: "Small", since: "2026-07-25" }, { plan: "Small", price: 99 });
    expect(rows("ENORME").length).toBe(1);
    expect(rows("2026-07").length).toBe(1);
    expect(tables.page("t", 1, 1, "small")).toMatchObject({ total: 2, rows: [{ cells: { price: 99 } }] });
    expect(rows("%").length).toBe(0);
  });

  it("holds 20,000 rows and 50 columns, and no more", () => {
    tables.addRows(
      "t",
      Array.from({ length: mostRows - 1 }, () => ({ cells: { plan: "x" } })),
    );
    expect(added({})).toHaveLength(1);
    expect(tables.addRows("t", [{ cells: {} }])).toMatchObject({ why: "too-many-rows" });
    for (let more = 4; more < 50; more += 1) tables.addColumn("t", { id: `c${more}`, name: `C${more}`, type: "text" });
    expect(tables.addColumn("t", { id: "c50", name: "One more", type: "text" })).toMatchObject({
      why: "too-many-columns",
    });
  });

  it("has no two columns of one name, and loses with a column what it held", () => {
    expect(tables.addColumn("t", { id: "x", name: " PLÁN", type: "text" })).toMatchObject({ why: "same-name" });
    expect(tables.renameColumn("t", "price", "vip")).toMatchObject({ why: "same-name" });
    expect(tables.renameColumn("t", "price", "PRICE").outcome).toBe("done");
    added({ plan: "Gold", price: 1 });
    tables.removeColumn("t", "price");
    expect(rows().map(({ cells }) => cells)).toEqual([{ plan: "Gold" }]);
    tables.remove("t");
    expect(
      db.prepare("select (select count(*) from table_rows) + (select count(*) from table_cells) as left").get(),
    ).toEqual({ left: 0 });
  });
});

describe("a row that a run asks for", () => {
  it("is the first whose column holds what the words mean there", () => {
    added({ plan: "Free" }, { plan: " GÓLD ", price: 5 }, { plan: "gold", price: 6 });
    expect(doToRows(tables, row({}))).toEqual({
      outcome: "done",
      value: { found: true, cells: { plan: " GÓLD ", price: 5 } },
    });
    expect(doToRows(tables, row({ where: { column: "price", is: "6.0" } }))).toMatchObject({ value: { found: true } });
    for (const is of ["seven", "7", ""])
      expect(doToRows(tables, row({ where: { column: "price", is } }))).toMatchObject({ value: { found: false } });
  });

  it("is changed, or added with what it was to be found by", () => {
    const write = (words: string) => doToRows(tables, row({ do: "write", cells: [{ column: "price", words }] }));
    expect(write("5")).toEqual({ outcome: "done", value: { added: true } });
    expect(write("6")).toEqual({ outcome: "done", value: { added: false } });
    expect(rows().map(({ cells }) => cells)).toEqual([{ plan: "gold", price: 6 }]);
    doToRows(tables, row({ do: "write", where: null, cells: [{ column: "plan", words: "gold" }] }));
    expect(rows()).toHaveLength(2);
    expect(write("")).toEqual({ outcome: "done", value: { added: false } });
    expect(rows()[0]?.cells).toEqual({ plan: "gold" });
    expect(doToRows(tables, row({ do: "remove" }))).toEqual({ outcome: "done", value: { removed: 2 } });
  });

  it("is refused in words where the table or column is gone, or the value does not fit", () => {
    expect(doToRows(tables, row({ table: "gone" }))).toMatchObject({ why: "no-table" });
    expect(doToRows(tables, row({ where: { column: "gone", is: "x" } }))).toMatchObject({ why: "no-column" });
    const write = (column: string, words: string) =>
      doToRows(tables, row({ do: "write", where: null, cells: [{ column, words }] }));
    expect(write("gone", "x")).toMatchObject({ why: "no-column" });
    expect(write("price", "a lot")).toMatchObject({ why: "misfit", column: "Price" });
    expect(write("plan", "x".repeat(2_001))).toMatchObject({ why: "too-long", column: "Plan" });
    expect(rows()).toEqual([]);
  });
});

describe("a counter", () => {
  const count = (more: Partial<CountEffect> = {}, appId = "app") =>
    counterStore(db).count(appId, { type: "count", name: "Replies", whose: "", add: 1, period: "", ...more });

  it("is one by its name, apart for each of whom it counts for and for each workspace", () => {
    expect([count(), count({ name: " REPLIES" }), count({ add: -5 })]).toEqual([1, 2, -3]);
    expect([count({ whose: "customer 1" }), count({}, "other"), count({ name: "Other" })]).toEqual([1, 1, 1]);
    expect([count({ add: null }), count()]).toEqual([0, 1]);
  });

  it("starts again in a later period, and never goes back to an earlier", () => {
    expect([count({ period: "2026-07-25" }), count({ period: "2026-07-25" })]).toEqual([1, 2]);
    expect([count({ period: "2026-07-26" }), count({ period: "2026-07-25" })]).toEqual([1, 2]);
    expect([count({ period: "2026-07" }), count({ period: "2026-08" }), count({ period: "" })]).toEqual([3, 1, 2]);
  });
});

describe("what is done in our own database", () => {
  const effects: OwnEffect[] = [
    { type: "count", name: "n", whose: "", add: 1, period: "" },
    { type: "turn", list: "l", members: [{ id: "a", weight: 1, room: null }], countedAt: null, waits: null },
    row({ do: "write", where: null, cells: [{ column: "plan", words: "x" }] }),
  ];
  const compiled = compile(assignAndNote, registry);
  const depsOf = (runs: RunStore): RunDeps => ({
    runs,
    commit: groupCommit(db, (work) => work()),
    perform: () => Promise.resolve({ kind: "unreachable" }),
    compiled: () => compiled,
    now: () => 5,
    heardSince: () => [],
    newestVersion: () => null,
    doOwn: ownEffects(db),
    quietMs: 0,
  });
  const left = () =>
    db
      .prepare(
        `select (select count(*) from counters) as counters, (select count(*) from turns) as turns,
           (select count(*) from table_rows) as rows, (select count(*) from run_log where outcome is not null) as outcomes`,
      )
      .get();

  it.each(effects)("leaves nothing behind where its outcome cannot be kept: $type", async (effect) => {
    const runs = runStore(db);
    const event = firstMessage("hello");
    const run = {
      id: "r",
      cell: "c",
      version: "v",
      workflow: "w",
      start: { event, trigger: "start", actor: "1", startedAt: 0 },
    };
    runs.add(run);
    let broken = true;
    const settle: typeof runs.log.settle = (...given) => {
      runs.log.settle(...given);
      if (broken) throw new Error("the disk is full");
    };
    const deps = depsOf({ ...runs, log: { ...runs.log, settle } });
    const ask = { seq: 0, node: "a", effect };
    const go = () =>
      deps.commit(() => goOn({ ...stand({ ...run, status: "going", bulk: false }, deps), asks: [ask] }, null, true));
    await expect(go()).rejects.toThrow("the disk is full");
    expect(left()).toEqual({ counters: 0, turns: 0, rows: 0, outcomes: 0 });
    broken = false;
    await go();
    expect(left()).toMatchObject({
      [`${{ count: "counters", turn: "turns", row: "rows" }[effect.type]}`]: 1,
      outcomes: 1,
    });
    expect(runs.log.of("r")[0]).toMatchObject({ seq: 0, effect, outcome: { ok: true } });
  });

  it("keeps a refusal as the outcome, in words", () => {
    const runs = runStore(db);
    const start = { event: firstMessage("hello"), trigger: "start", actor: "1", startedAt: 0 };
    const run = { id: "r", cell: "c", version: "v", workflow: "w", start };
    runs.add(run);
    const effect = row({ table: "gone" });
    expect(ownEffects(db)(effect, { ...run, status: "going", bulk: false }, 5)).toMatchObject({
      ok: false,
      error: { what: { en: "This table no longer exists." } },
    });
  });
});
