import { describe, expect, it } from "vitest";
import { createFirstSteps } from "#server/observe/createFirstSteps.ts";
import { faultsOf, type Readings } from "#server/observe/faultsOf.ts";
import { openDatabase } from "#server/store/database.ts";
import { eventStore } from "#server/store/events.ts";
import { queueStore } from "#server/store/queue.ts";
import { runStore } from "#server/store/runs.ts";
import { firstMessage } from "../support/workflowBuilder.ts";

const hourMs = 3_600_000;
const now = 1_000 * hourMs;
const gigabyte = 1_000_000_000;
const sound: Readings = {
  unready: [],
  startedAt: now - 48 * hourMs,
  dueSince: now - 1_000,
  stopped: false,
  away: false,
  parked: 0,
  lastEvent: now - hourMs,
  listens: true,
  connection: { kind: "intercom", workspace: "Halvero", trouble: null, callsLeft: null },
  disk: { databaseBytes: gigabyte, freeBytes: 20 * gigabyte },
  backups: { last: now - hourMs, failed: false },
  lastCrash: null,
  folder: "/data",
};
const codes = (change: Partial<Readings>) => faultsOf({ ...sound, ...change }, now).map(({ code }) => code);

describe("what is wrong with the server", () => {
  it.each<[string, Partial<Readings>, string[]]>([
    ["nothing", {}, []],
    ["a disk that takes nothing", { unready: ["database"] }, ["database"]],
    ["a backup that was put back, said once", { unready: ["review", "driver"] }, ["review"]],
    ["a driver that stands", { unready: ["driver"] }, ["driver"]],
    [
      "a token that is refused",
      { connection: { ...sound.connection, trouble: { en: "No.", es: "No." } } },
      ["connection"],
    ],
    ["runs that a person has to decide about", { parked: 2 }, ["parked"]],
    ["everything stopped, and not that runs are late for it", { stopped: true, dueSince: now - 61_000 }, ["stopped"]],
    ["an Intercom that is away, the same", { away: true, dueSince: now - 61_000 }, ["away"]],
    ["runs that are late", { dueSince: now - 61_000 }, ["late"]],
    ["a day without events", { lastEvent: now - 25 * hourMs }, ["silence"]],
    ["a day without events, while nothing waits for any", { lastEvent: null, listens: false }, []],
    [
      "no event yet, an hour after the start",
      { lastEvent: null, startedAt: now - hourMs, backups: { last: null, failed: false } },
      [],
    ],
    ["less room than a backup takes", { disk: { databaseBytes: 9 * gigabyte, freeBytes: 8 * gigabyte } }, ["disk-low"]],
    ["hardly any room", { disk: { databaseBytes: 1_000, freeBytes: 1_000 } }, ["disk-full"]],
    ["a backup that failed", { backups: { last: now - hourMs, failed: true } }, ["backup"]],
    ["no backup for hours", { backups: { last: now - 4 * hourMs, failed: false } }, ["backup"]],
    ["a crash within the day", { lastCrash: now - 23 * hourMs }, ["crash"]],
    ["a crash before that", { lastCrash: now - 25 * hourMs }, []],
    ["grave things first", { dueSince: 0, unready: ["database"] }, ["database", "late"]],
  ])("is said for %s", (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });
});

describe("figures", () => {
  it("tell how soon half and nearly all of the newest 200 runs began", () => {
    const steps = createFirstSteps();
    expect(steps.now()).toBeNull();
    for (let waited = 0; waited <= 300; waited += 1) steps.note(waited);
    expect(steps.now()).toEqual({ runs: 200, halfMs: 200, mostMs: 290 });
  });

  it("count the events since an instant, also when old ones were removed", () => {
    const db = openDatabase(":memory:");
    const events = eventStore(db);
    expect(events.receivedSince(0)).toBe(0);
    for (let at = 1; at <= 50; at += 1) {
      const event = firstMessage("x", { id: String(at) });
      events.add({ event: { ...event, id: `n${at}`, key: `k${at}` }, known: true, body: "{}", receivedAt: at });
    }
    db.exec("delete from event_bodies where event <= 7; delete from events where row <= 7");
    const counted = [0, 7, 8, 9, 31, 50, 51].map((at) => events.receivedSince(at));
    expect(counted).toEqual([43, 43, 43, 42, 20, 1, 0]);
    db.close();
  });

  it("tell what is due and has no turn yet, and since when", () => {
    const db = openDatabase(":memory:");
    const [runs, queue] = [runStore(db), queueStore(db)];
    for (const at of [1, 2, 3, 90]) {
      const start = { event: firstMessage("x", { id: String(at) }), trigger: "start", actor: "9", startedAt: at };
      runs.add({ id: `r${at}`, cell: `c${at}`, version: "v", workflow: "w", start });
    }
    runs.rest("r3", 80, true);
    expect(queue.due(50, new Set())).toEqual({ count: 2, since: 1 });
    expect(queue.due(50, new Set(["c1"]))).toEqual({ count: 1, since: 2 });
    expect(queue.due(50, new Set(["c1", "c2"]))).toEqual({ count: 0, since: null });
    expect(queue.due(85, new Set(["c1", "c2"]))).toEqual({ count: 1, since: 80 });
    expect(queue.going()).toEqual({ running: 3, waiting: 1 });
    db.close();
  });
});
