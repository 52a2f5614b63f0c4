import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRetention } from "#server/retention/createRetention.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { eventStore } from "#server/store/events.ts";
import { retentionStore } from "#server/store/retention.ts";
import { stopRunsStore } from "#server/store/stopRuns.ts";
import { runStore } from "#server/store/runs.ts";
import { text } from "#shared/language/text.ts";
import { fillRuns } from "../support/fillRuns.ts";
import { firstMessage } from "../support/workflowBuilder.ts";

const dayMs = 86_400_000;
const now = Date.UTC(2026, 10, 25, 12);

let db: Database;

beforeEach(() => {
  db = openDatabase(":memory:");
  fillRuns(db, 2_000, { now, days: 200 });
});

afterEach(() => {
  db.close();
});

/** Every statement that is prepared while `work` runs, as the database would go about it. */
function plansOf(work: (watched: Database) => void): string[] {
  const statements: string[] = [];
  const watched = new Proxy(db, {
    get(target, name) {
      if (name === "prepare")
        return (sql: string) => {
          statements.push(sql);
          return target.prepare(sql);
        };
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  work(watched);
  return statements
    .filter((sql) => /^\s*select/i.test(sql))
    .flatMap((sql) => {
      const count = sql.match(/\?/g)?.length ?? 0;
      const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name ?? "", 1] as const);
      const plan = db.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`);
      return (names.length > 0 ? plan.all(Object.fromEntries(names)) : plan.all(...Array(count).fill(1))).map(
        ({ detail }) => `${detail} ← ${sql.replaceAll(/\s+/g, " ")}`,
      );
    });
}

/** Reading a whole table, or sorting what was found; walking rows in their own order up to a limit is neither. */
const costly = (plan: string): boolean =>
  /TEMP B-TREE/.test(plan) || (/^SCAN (?!workflows|json_each)/.test(plan) && !/limit (\?|:limit|1)(?!\w)/.test(plan));

describe("among many runs", () => {
  it("every question of lists, bars and the driver is answered from an index, without sorting", () => {
    const plans = plansOf((watched) => {
      const runs = runStore(watched);
      for (const status of [undefined, "running", "waiting", "done", "failed", "stopped"] as const)
        for (const workflow of [undefined, "w3"])
          for (const subject of [undefined, "9"])
            for (const before of [undefined, "notif_1000.w1.1"])
              runs.list({ status, workflow, subject, before, limit: 10 });
      eventStore(watched);
      stopRunsStore(watched, runs);
    });
    expect(plans.length).toBeGreaterThan(50);
    expect(plans.filter(costly).filter((plan) => !plan.includes("count(*)"))).toEqual([]);
    // Whatever is about one thing is found by it, not among all that ended alike.
    const aboutOne = plans.filter((plan) => /^SEARCH runs .*← .*subject_id = :subject/.test(plan));
    expect(aboutOne.filter((plan) => !/runs_of_subject|\(id=\?\)/.test(plan))).toEqual([]);
    // Those that ended are not looked through for those that are under way, nor all that sleep for those that wake.
    const underWay = plans.filter((plan) => /row <= :upTo|due_at <= \?\) as runs/.test(plan));
    expect(underWay.filter((plan) => plan.startsWith("SEARCH runs")).map((plan) => plan.split(" ← ")[0])).toEqual(
      expect.arrayContaining([
        "SEARCH runs USING COVERING INDEX runs_waking (due_at<?)",
        expect.stringContaining("runs_of_workflow_by_status (workflow=? AND status=?"),
      ]),
    );
    const byStatus = plans.filter((plan) => /^S\w+ runs .*← .*(?<!\+)status = :status/.test(plan));
    expect(
      byStatus.filter((plan) => !/\(status=\? AND asleep=\?|workflow=\? AND status=\?|\(id=\?\)/.test(plan)),
    ).toEqual([]);
  });

  it("no list reads what runs started with", () => {
    db.exec("delete from run_starts");
    expect(runStore(db).list({ limit: 3 })[0]).toMatchObject({
      title: "Ada Byron: where is my order 2000",
      subject: { kind: "conversation", id: "666" },
    });
  });

  it("the counts of a day are kept with the runs: what began, what failed, and what was taken back", () => {
    const runs = runStore(db);
    const count = () => runs.byDay(now).find(({ workflow }) => workflow === "w1");
    const add = (id: string) =>
      runs.add({
        id,
        cell: id,
        version: "w1.1",
        workflow: "w1",
        start: { event: firstMessage("hello"), trigger: "start", actor: "9", startedAt: now },
      });
    const before = count() ?? { runs: 0, failed: 0 };
    for (const id of ["a", "b", "a"]) add(id);
    runs.end("a", "failed", now, text("No.", "No."));
    runs.end("a", "failed", now);
    expect(count()).toMatchObject({ day: "2026-11-25", runs: before.runs + 2, failed: before.failed + 1 });
    expect(() =>
      db.transaction(() => {
        add("c");
        throw new Error("the disk is full");
      })(),
    ).toThrow("full");
    expect(count()?.runs).toBe(before.runs + 2);
    expect(runs.newest().get("w1")).toBe(now);
  });

  it("cells that are due are those with a run that may go on, in the order in which they fell due", () => {
    const runs = runStore(db);
    db.exec("update runs set status = 'done', asleep = 0 where status = 'going'");
    expect(runs.dueCells(now, 10)).toEqual([]);
    const dueCells = (at: number, most: number) => runs.dueCells(at, most).map(({ cell }) => cell);
    const add = (id: string, cell: string, startedAt: number) =>
      runs.add({
        id,
        cell,
        version: "w1.1",
        workflow: "w1",
        start: { event: firstMessage("hello"), trigger: "start", actor: "9", startedAt },
      });
    add("first", "one", 10);
    add("second", "one", 20);
    add("other", "two", 15);
    expect(dueCells(30, 10)).toEqual(["one", "two"]);
    expect(dueCells(30, 1)).toEqual(["one"]);
    // It tries again later and holds up the second; then it sleeps, and does not.
    runs.rest("first", 100, false);
    expect(dueCells(30, 10)).toEqual(["two"]);
    expect(runs.nextDueAt(30)).toBe(100);
    runs.rest("first", 100, true);
    expect(dueCells(30, 10)).toEqual(["two", "one"]);
    expect(runs.nextOf("one", 30)?.id).toBe("second");
    runs.end("second", "done", 31);
    expect(dueCells(40, 10)).toEqual(["two"]);
    expect(dueCells(100, 10)).toEqual(["two", "one"]);
  });
});

describe("what is old", () => {
  const sweep = () =>
    createRetention({
      store: retentionStore(db),
      bodyDays: 30,
      rowDays: 180,
      now: () => now,
      onTrouble(error) {
        throw error;
      },
    }).sweep();
  const one = (sql: string) => db.prepare<[], number>(sql).pluck().get();

  it("loses its details after 30 days and is gone after 180, and its run says so", async () => {
    const going = one("select count(*) from runs where status = 'going'");
    await sweep();
    const bodies = now - 30 * dayMs;
    const rows = now - 180 * dayMs;
    expect(one(`select count(*) from run_starts join runs on row = run where ended_at < ${bodies}`)).toBe(0);
    expect(one(`select count(*) from run_log join runs on id = run where ended_at < ${bodies}`)).toBe(0);
    expect(one(`select count(*) from runs where ended_at < ${rows}`)).toBe(0);
    expect(one(`select count(*) from runs where ended_at < ${bodies} and trimmed_after is not 30`)).toBe(0);
    expect(one(`select count(*) from runs where ended_at >= ${bodies} and trimmed_after is not null`)).toBe(0);
    expect(one(`select count(*) from event_bodies join events on row = event where received_at < ${bodies}`)).toBe(0);
    expect(one(`select count(*) from events where received_at < ${rows}`)).toBe(0);
    expect(one(`select count(*) from run_days where day < ${rows / dayMs - 1}`)).toBe(0);
    // Whoever goes on or waits keeps all of it, however old.
    expect(one("select count(*) from runs where status = 'going'")).toBe(going);
    expect(one("select count(*) from run_starts join runs on row = run where status = 'going'")).toBe(going);
    const trimmed = one("select id from runs where trimmed_after is not null limit 1");
    expect(runStore(db).get(String(trimmed))).toBeNull();
    expect(runStore(db).listed(String(trimmed))?.trimmedAfterDays).toBe(30);
  });
});
