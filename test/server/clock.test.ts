import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createEmbeddedDriver, type Driver } from "#server/driver/embedded.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { type RunStore, runStore } from "#server/store/runs.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { assignAndNote, firstMessage } from "../support/workflowBuilder.ts";

const minuteMs = 60_000;
const begun = Date.UTC(2026, 2, 29, 0, 30);

let db: Database;
let runs: RunStore;
let driver: Driver;
/** What the machine's clock says; timers go by a clock of their own, as they do in Node. */
let clock: number;
let calls: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  db = openDatabase(":memory:");
  runs = runStore(db);
  clock = begun;
  calls = 0;
  const compiled = compile(assignAndNote, registry);
  driver = createEmbeddedDriver({
    runs,
    perform: () => {
      calls += 1;
      return Promise.resolve({ kind: "answer", status: 200, body: {}, retryAfterMs: null });
    },
    compiled: () => compiled,
    now: () => clock,
    heardSince: () => [],
    doOwn: () => ({ ok: true, at: 0, answer: null }),
    // What timers do not hold up: the test has no other turns of the event loop.
    commit: async (work) => db.transaction(work)(),
    newestVersion: () => null,
    quietMs: 0,
    onTrouble(error) {
      throw error;
    },
  });
  const start = { event: firstMessage("hello"), trigger: "start", actor: "99", startedAt: clock };
  runs.add({ id: "run", cell: "one", version: "v", workflow: "w", start });
  runs.rest("run", clock + 90 * minuteMs, true);
  driver.start();
});

afterEach(async () => {
  await driver.stop();
  vi.useRealTimers();
  db.close();
});

/** Time passes for timers and for the clock alike. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += minuteMs / 2) {
    clock += minuteMs / 2;
    await vi.advanceTimersByTimeAsync(minuteMs / 2);
  }
}

it("wakes a run at its instant, through the hour that daylight saving leaves out", async () => {
  await pass(89 * minuteMs);
  expect(calls).toBe(0);
  await pass(minuteMs);
  expect([calls, runs.get("run")?.status]).toEqual([2, "done"]);
});

it("notices within a minute that the clock was set forward past its instant", async () => {
  await pass(5 * minuteMs);
  clock += 120 * minuteMs;
  await pass(minuteMs);
  expect(calls).toBe(2);
});

it("waits for the instant itself when the clock was set back, and does not wake twice", async () => {
  await pass(5 * minuteMs);
  clock -= 60 * minuteMs;
  await pass(86 * minuteMs);
  expect(calls).toBe(0);
  await pass(60 * minuteMs);
  expect(calls).toBe(2);
});
