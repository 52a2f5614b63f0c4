import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCallService } from "#server/connections/callService.ts";
import { searchConversations } from "#server/intercom/searchConversations.ts";
import { createPractice } from "#server/practice/createPractice.ts";
import { createScheduler, type Scheduler } from "#server/schedule/createScheduler.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { scheduleStore } from "#server/store/schedules.ts";
import { type WorkflowStore, workflowStore } from "#server/store/workflows.ts";
import { conversationFrom } from "#shared/events/normalise.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Json } from "#shared/nodes/define.ts";
import { drawing } from "../support/workflowBuilder.ts";

const reminder = drawing(
  {
    nine: [
      "logic.schedule",
      {
        when: { zone: "UTC", days: ["monday", "tuesday", "wednesday", "thursday", "friday"], times: ["09:00"] },
        which: "open",
        quietFor: { amount: 1, unit: "days" },
      },
    ],
    note: ["intercom.addNote", { note: ["Still open"] }],
  },
  ["nine.next>note"],
);

let db: Database;
let workflows: WorkflowStore;
let now: number;
let pages: string[][];
let asked: Json[];
let started: string[];
let fails: boolean;
let troubles: unknown[];
let scheduler: Scheduler | null;

beforeEach(() => {
  db = openDatabase(":memory:");
  workflows = workflowStore(db);
  now = Date.parse("2026-11-25T08:00:00Z");
  pages = [["1", "2"]];
  asked = [];
  started = [];
  fails = false;
  troubles = [];
  scheduler = null;
  workflows.create("w", "Remind", reminder, 0);
  workflows.addVersion("w", 1, reminder, 0, "Owner");
  workflows.setMode("w", "on");
});
afterEach(async () => {
  await scheduler?.stop();
  db.close();
});

/** A server that starts, sees to what is due at this moment, and stops. */
async function run(): Promise<void> {
  const seen = new Set(started);
  scheduler = createScheduler({
    schedules: scheduleStore(db),
    workflows,
    registry,
    async search(query, after) {
      asked.push(query);
      if (fails) return { ok: false, status: 503, what: { en: "away", es: "" }, todo: { en: "", es: "" } };
      const page = Number(after ?? 0);
      const found = (pages[page] ?? []).map((id) => ({ conversation: conversationFrom({ id }) }));
      return { ok: true, found, next: page + 1 < pages.length ? String(page + 1) : null };
    },
    start({ id }) {
      if (!seen.has(id)) started.push(id);
      seen.add(id);
    },
    now: () => now,
    onTrouble: (error) => troubles.push(error),
  });
  scheduler.start();
  // Stopping waits for what was begun.
  await new Promise((later) => setTimeout(later, pages.length * 1_100 - 1_000));
  await scheduler.stop();
}

describe("a schedule", () => {
  it("starts a run for each conversation found when its time comes, once, and none for time before it was on", async () => {
    await run();
    expect(started).toEqual([]);
    now = Date.parse("2026-11-25T09:00:05Z");
    await run();
    await run();
    const due = Date.parse("2026-11-25T09:00:00Z");
    expect(started).toEqual([`at-w-nine-${due}-1.w.1`, `at-w-nine-${due}-2.w.1`]);
    expect(asked).toEqual([
      {
        operator: "AND",
        value: [
          { field: "state", operator: "=", value: "open" },
          { field: "updated_at", operator: "<", value: due / 1_000 - 86_400 },
        ],
      },
    ]);
  });

  it("goes through all pages", async () => {
    pages = [["1", "2"], ["3"]];
    await run();
    now += 3_700_000;
    await run();
    expect(started.length).toBe(3);
  });

  it("makes up for the last time only that passed while the server was down, and not at all where it was off", async () => {
    await run();
    now = Date.parse("2026-11-27T12:00:00Z");
    await run();
    expect(new Set(started.map((id) => id.split("-")[3]))).toEqual(
      new Set([String(Date.parse("2026-11-27T09:00:00Z"))]),
    );
    workflows.setMode("w", "off");
    now = Date.parse("2026-11-30T12:00:00Z");
    await run();
    workflows.setMode("w", "on");
    await run();
    expect(started.length).toBe(2);
  });

  it("tries again when Intercom does not answer, and starts nobody twice", async () => {
    await run();
    now = Date.parse("2026-11-25T09:00:05Z");
    fails = true;
    await run();
    expect(started).toEqual([]);
    expect(troubles.length).toBe(1);
    fails = false;
    await run();
    await run();
    expect(started.length).toBe(2);
  });
});

it("asks with a search that the workspace answers, page by page", async () => {
  const onTrouble = (error: unknown) => troubles.push(error);
  const practice = createPractice({ db, now: Date.now, onTrouble });
  const { call, close } = createCallService();
  const service = { baseUrl: await practice.listen("http://127.0.0.1:9/none"), accessToken: practice.accessToken };
  const spec = registry.get("logic.schedule");
  const asked = spec?.kind === "trigger" ? spec.schedule?.(spec.config.parse(spec.example)) : undefined;
  const read = await searchConversations(call, service, asked?.query(Date.now()) ?? null, null);
  await practice.close();
  await close();
  if (!read.ok) throw new Error(read.what.en);
  expect(read.found.length).toBeGreaterThan(0);
  expect(new Set(read.found.map(({ conversation }) => conversation?.state))).toEqual(new Set(["open"]));
});
