import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCallService } from "#server/connections/callService.ts";
import { createCeiling } from "#server/driver/createCeiling.ts";
import { createEmbeddedDriver, type Driver } from "#server/driver/embedded.ts";
import { createPerform } from "#server/effects/perform.ts";
import { createKeepEvent } from "#server/ingest/keepEvent.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { limitStore } from "#server/store/limits.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { type RunStore, runStore } from "#server/store/runs.ts";
import { workflowStore } from "#server/store/workflows.ts";
import { createLiveWorkflows } from "#server/publishing/liveWorkflows.ts";
import type { Event } from "#shared/events/event.ts";
import { byHandTopic } from "#shared/events/topics.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { startStandIn } from "../support/standIn.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

let db: Database;
let runs: RunStore;
let service: Awaited<ReturnType<typeof startStandIn>>;
let driver: Driver;
let keep: (event: Event) => Promise<boolean>;
let now: number;
let paused: string[];
let undo: (() => Promise<unknown>)[];

const minute = 60_000;
const workflows = () => workflowStore(db);

beforeEach(async () => {
  db = openDatabase(":memory:");
  runs = runStore(db);
  service = await startStandIn();
  now = Date.UTC(2026, 10, 24, 9);
  [paused, undo] = [[], [service.stop]];
  const live = createLiveWorkflows(workflows(), registry);
  const { call, close } = createCallService();
  const onPaused = (id: string) => {
    paused.push(id);
    live.refresh();
  };
  driver = createEmbeddedDriver({
    runs,
    perform: createPerform(call, () => ({ baseUrl: service.url, accessToken: "t" })),
    compiled: live.compiled,
    now: () => now,
    heardSince: () => [],
    doOwn: () => ({ ok: true, at: 0, answer: null }),
    commit: groupCommit(db, (work) => work()),
    newestVersion: live.newestVersion,
    ceiling: createCeiling(db, runs, onPaused),
    quietMs: 50,
    onTrouble: (error) => {
      throw error;
    },
  });
  undo.push(close, driver.stop);
  const kept = createKeepEvent({
    db,
    match(event) {
      live.refresh();
      return live.match(event);
    },
    actorIn: () => "99",
    now: () => now,
    onPaused,
    onKept: driver.nudge,
  });
  keep = (event) => kept({ event, known: true, body: "{}", receivedAt: now });
  driver.start();
});
afterEach(async () => {
  for (const step of undo.toReversed()) await step();
  db.close();
});

function turnOn(id: string, document: WorkflowDocument): string {
  workflows().create(id, id, document, now);
  workflows().addVersion(id, 1, document, now, "");
  workflows().setMode(id, "on");
  return id;
}

let count = 0;
/** A customer writes in a conversation; resolves once everything that it started has ended or sleeps. */
async function write(conversation: string, words = "hello", more: Partial<Event> = {}): Promise<void> {
  const id = `n${(count += 1)}`;
  const message = firstMessage(words, { id: conversation });
  await keep({
    ...message,
    id,
    key: id,
    topic: "conversation.user.replied",
    subject: { kind: "conversation", id: conversation },
    ...more,
  });
  await rested();
}
const rested = () => vi.waitUntil(() => runs.dueCells(now, 1).length === 0, { timeout: 10_000, interval: 5 });
const notes = (conversation: string) =>
  service.done.filter(({ path }) => path === `/conversations/${conversation}/reply`).length;
const statuses = () =>
  runs
    .list({ limit: 200 })
    .map(({ status }) => status)
    .toReversed();

const note = (words: string): [string, Record<string, string[]>] => ["intercom.addNote", { note: [words] }];
const start: [string, Record<string, string>] = ["intercom.customerReplied", { channel: "any" }];
/** A note, and a place to wait for the next reply. */
const answers = (name: string) => drawing({ start, note: note(name) }, ["start.next>note"]);
const many = (steps: number) =>
  drawing(
    { start, ...Object.fromEntries(Array.from({ length: steps }, (_, index) => [`n${index}`, note(`n${index}`)])) },
    Array.from({ length: steps }, (_, index) => (index === 0 ? "start.next>n0" : `n${index - 1}.next>n${index}`)),
  );

describe("automatic actions in one conversation", () => {
  it("are stopped before the eleventh within ten minutes, over all workflows, in words; elsewhere and later they go on", async () => {
    turnOn("a", answers("a"));
    turnOn("b", answers("b"));
    for (let round = 0; round < 7; round += 1) {
      await write("901");
      now += minute;
    }
    // Ten by five messages; each later message is stopped in both workflows.
    expect(notes("901")).toBe(10);
    const [last] = runs.list({ limit: 1 });
    expect(last).toMatchObject({
      status: "failed",
      reason: {
        en: "10 automatic actions in 10 minutes in this conversation: stopped before the next.",
        es: "10 acciones automáticas en 10 minutos en esta conversación: se detuvo antes de la siguiente.",
      },
    });
    await write("902");
    expect(notes("902")).toBe(2);
    now += 10 * minute;
    await write("901");
    expect(notes("901")).toBe(12);
    expect(paused).toEqual([]);
  });

  it("are all done where one event sets them off, however many steps are drawn, and hold back the next", async () => {
    turnOn("a", many(9));
    turnOn("b", many(9));
    await write("901");
    expect([notes("901"), statuses()]).toEqual([18, ["done", "done"]]);
    await write("901");
    expect([notes("901"), statuses().slice(2)]).toEqual([18, ["failed", "failed"]]);
  });

  it("count anew for what a reply wakes in a run that waits: one run alone cannot answer for ever", async () => {
    limitStore(db).set({ actions: 3, runs: 200 });
    const wait = ["logic.waitFor", { for: ["customerReplied"], most: { amount: 1, unit: "days" } }] as const;
    const steps = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [
        [`n${index}`, note(`n${index}`)],
        [`w${index}`, [...wait]],
      ]).flat(),
    );
    const lines = Array.from({ length: 6 }, (_, index) => [
      index === 0 ? "start.next>n0" : `w${index - 1}.customerReplied>n${index}`,
      `n${index}.next>w${index}`,
    ]).flat();
    turnOn(
      "a",
      drawing(
        { start: ["intercom.conversationStarted", { channel: "any" }], ...steps } as Parameters<typeof drawing>[0],
        lines,
      ),
    );
    await write("901", "hello", { topic: "conversation.user.created" });
    for (let round = 0; round < 5; round += 1) await write("901");
    expect([notes("901"), statuses()]).toEqual([3, ["failed"]]);
  });

  it("are as many as people have set, and end the run even where its step goes on after failures", async () => {
    limitStore(db).set({ actions: 2, runs: 200 });
    const document = many(1);
    turnOn("a", { ...document, nodes: document.nodes.map((node) => ({ ...node, onFail: "goOn" as const })) });
    for (let round = 0; round < 3; round += 1) await write("901");
    expect([notes("901"), statuses()]).toEqual([2, ["done", "done", "failed"]]);
  });

  it("neither count nor stop where a person runs a workflow by hand", async () => {
    limitStore(db).set({ actions: 1, runs: 200 });
    const document = drawing({ start: ["logic.byHand", {}], note: note("x") }, ["start.next>note"]);
    turnOn("a", document);
    for (let round = 0; round < 3; round += 1) {
      const id = `hand-${round}`;
      const event = { ...firstMessage("x"), id, key: id, topic: byHandTopic };
      runs.add({
        id: `${id}.a.1`,
        workflow: "a",
        version: "a.1",
        cell: "app:conversation:901",
        start: { event, trigger: "start", actor: "99", startedAt: now },
      });
      driver.nudge();
      await rested();
    }
    expect([notes("901"), statuses()]).toEqual([3, ["done", "done", "done"]]);
  });

  it("pause a workflow that they had to stop in three conversations within an hour", async () => {
    limitStore(db).set({ actions: 1, runs: 200 });
    turnOn("a", answers("a"));
    for (const conversation of ["901", "902", "903"]) {
      expect(workflows().get("a")?.mode).toBe("on");
      await write(conversation);
      await write(conversation);
    }
    expect(paused).toEqual(["a"]);
    expect(workflows().get("a")).toMatchObject({
      mode: "off",
      pause: { since: now, why: { en: expect.stringContaining("in 3 places within an hour") } },
    });
    await write("904");
    expect(notes("904")).toBe(0);
    workflows().setMode("a", "on");
    expect(workflows().get("a")?.pause).toBeNull();
    // What was before does not count any more.
    await write("905");
    await write("905");
    expect(workflows().get("a")?.mode).toBe("on");
  });
});

describe("a workflow that is started far too often", () => {
  /** So many messages, each in a conversation of its own. */
  async function flood(messages: number): Promise<void> {
    for (let index = 0; index < messages; index += 1) await write(String(count + 1_000));
  }
  const stopsAtOnce = drawing({ start, stop: ["logic.stop", {}] }, ["start.next>stop"]);

  it("is paused with words, starts nothing more, and leaves its waiting runs and other workflows alone", async () => {
    limitStore(db).set({ actions: 10, runs: 20 });
    const wait: [string, object] = ["logic.waitFor", { for: ["closed"], most: { amount: 1, unit: "days" } }];
    turnOn("waits", drawing({ start, wait } as Parameters<typeof drawing>[0], ["start.next>wait"]));
    await flood(20);
    expect(paused).toEqual([]);
    turnOn("other", stopsAtOnce);
    await flood(2);
    expect(paused).toEqual(["waits"]);
    expect(workflows().get("waits")).toMatchObject({
      mode: "off",
      pause: { since: now, why: { en: "21 runs within 10 minutes, where less than 1 is usual." } },
    });
    expect(workflows().get("other")?.mode).toBe("on");
    expect(runs.list({ workflow: "waits", status: "waiting", limit: 50 })).toHaveLength(20);
    expect(runs.list({ workflow: "other", limit: 50 })).toHaveLength(2);
  });

  it("is not paused for what is usual for it, nor for what comes over a longer time", async () => {
    limitStore(db).set({ actions: 10, runs: 20 });
    turnOn("busy", stopsAtOnce);
    turnOn("slow", stopsAtOnce);
    const today = Math.floor(now / 86_400_000);
    // About 2 within ten minutes, on each of the days before.
    for (let day = 1; day < 7; day += 1) db.prepare("insert into run_days values ('busy', ?, 288, 0)").run(today - day);
    await flood(30);
    expect(paused).toEqual(["slow"]);
    now += 10 * minute;
    turnOn("slower", stopsAtOnce);
    for (let round = 0; round < 4; round += 1) {
      await flood(9);
      now += 5 * minute;
    }
    expect(paused).toEqual(["slow"]);
  });

  it("is let be for five times as much once a person has turned it on again", async () => {
    limitStore(db).set({ actions: 10, runs: 4 });
    turnOn("a", stopsAtOnce);
    await flood(5);
    expect(paused).toEqual(["a"]);
    workflows().setMode("a", "on");
    await flood(25);
    expect(paused).toEqual(["a"]);
    await flood(1);
    expect(paused).toEqual(["a", "a"]);
  });

  it("is stopped in one conversation after twenty times, once in words, and paused when that happens in three", async () => {
    turnOn("a", stopsAtOnce);
    for (let round = 0; round < 25; round += 1) await write("901");
    expect(runs.list({ workflow: "a", limit: 50 }).filter(({ status }) => status === "done")).toHaveLength(20);
    expect(runs.list({ workflow: "a", status: "failed", limit: 50 })).toMatchObject([
      { reason: { en: expect.stringContaining("More than 20 runs of this workflow within 10 minutes") } },
    ]);
    await write("902");
    expect(runs.list({ workflow: "a", limit: 1 })).toMatchObject([{ status: "done" }]);
    for (let round = 0; round < 21; round += 1) await write("902");
    expect(paused).toEqual([]);
    for (let round = 0; round < 21; round += 1) await write("903");
    expect(paused).toEqual(["a"]);
  });
});

describe("two that answer each other automatically", () => {
  const thanks = drawing({ start, reply: ["intercom.addNote", { note: ["Thank you, we have got your message."] }] }, [
    "start.next>reply",
  ]);
  /** Somebody writes; then a machine answers each of our messages, after a while, until nothing comes any more. */
  async function answered(says: (round: number) => string, afterMs: number): Promise<number> {
    turnOn("thanks", thanks);
    await write("901", "Where is my parcel? I have been waiting for it for two weeks.");
    let heard = 0;
    for (let round = 0; notes("901") > heard && round < 100; round += 1) {
      heard = notes("901");
      now += afterMs;
      await write("901", says(round));
    }
    return notes("901");
  }
  const unlike = (round: number) => `Received. ${"very ".repeat(round)}soon we write.`;

  it("come to an end at once where the answer says that it is automatic", async () => {
    expect(await answered(() => "This is an automated response. We are closed until Monday.", 1_000)).toBe(1);
  });
  it("come to an end after the second time where it says the same each time but for a number, however slowly", async () => {
    const says = (round: number) =>
      `Your request ${4_000 + round} is with us. Somebody will see to it within two days.`;
    expect(await answered(says, 5 * minute)).toBe(2);
  });
  it("come to an end at the ceiling where nothing gives it away", async () => {
    expect(await answered(unlike, 1_000)).toBe(10);
  });
});
