import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTeller, type Teller } from "#server/ingest/createTeller.ts";
import { createLiveWorkflows, type LiveWorkflows } from "#server/publishing/liveWorkflows.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { retentionStore } from "#server/store/retention.ts";
import { runStore } from "#server/store/runs.ts";
import { shadowStore } from "#server/store/shadows.ts";
import { untoldStore } from "#server/store/untold.ts";
import { workflowStore } from "#server/store/workflows.ts";
import type { Event } from "#shared/events/event.ts";
import { shadowTopic } from "#shared/events/topics.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { emptyLists } from "#shared/workspace/lists.ts";
import type { Mode } from "#shared/workflow/mode.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

const minuteMs = 60_000;
const began = 1_790_000_000_000;

let db: Database;
let live: LiveWorkflows;
let teller: Teller;
let now: number;
let appId: string;
let started: string[];
let troubles: unknown[];

function begin(): Teller {
  const workflows = workflowStore(db);
  live = createLiveWorkflows(workflows, registry);
  return createTeller({
    runs: runStore(db),
    match: live.match,
    shadowed: shadowStore(db),
    shadows: live.shadows,
    onShadowed: () => undefined,
    now: () => now,
    store: untoldStore(db),
    workflows,
    registry,
    appId: () => appId,
    lists: () => ({ ...emptyLists(), teams: [{ id: "7", name: "Billing" }], tags: [{ id: "t1", name: "Refund" }] }),
    commit: groupCommit(db, (work) => work()),
    onStarted: ({ workflow }) => started.push(workflow),
    onTrouble: (error) => troubles.push(error),
  });
}

function publish(id: string, mode: Mode, document: WorkflowDocument): void {
  const workflows = workflowStore(db);
  workflows.create(id, `Workflow ${id}`, document, 0);
  workflows.addVersion(id, 1, document, 0, "Owner");
  workflows.setMode(id, mode);
  live.refresh();
}

const start: [string, WorkflowDocument["nodes"][number]["config"]] = [
  "intercom.conversationStarted",
  { channel: "any" },
];
const toBilling = drawing({ start, assign: ["intercom.assign", { to: { list: "teams", id: "7" } }] }, [
  "start.next>assign",
]);
const tagged = drawing({ start, tag: ["intercom.tag", { tag: "t1" }] }, ["start.next>tag"]);
const notes = drawing(
  {
    start: ["logic.shadowDecided", {}],
    note: ["intercom.addNote", { note: [{ ref: "steps.start.inEnglish", fallback: "" }] }],
  },
  ["start.next>note"],
);

/** Has a workflow in Shadow decide, as the room that decides does it. */
function decides(workflow: string, node: string, conversation: string, more: Partial<Event> = {}): void {
  const event: Event = {
    ...firstMessage("Where is my refund?", { id: conversation }),
    subject: { kind: "conversation", id: conversation },
    ...more,
  };
  const id = `${conversation}.${now}.${workflow}.1`;
  const shadows = shadowStore(db);
  const own = { event, trigger: "start", actor: "99", startedAt: now };
  shadows.add({ id, workflow, version: `${workflow}.1`, start: own });
  shadows.judge(id, {
    outcome: "done",
    acts: [{ node, compared: null }],
    doubts: [],
    verdict: null,
    comparedAt: null,
    reads: {},
    log: [],
    dueAt: null,
  });
  teller.decided(id, event);
}

/** What is due now is told. */
async function look(): Promise<void> {
  teller.start();
  await vi.waitUntil(() => !untoldStore(db).isDue(appId, now));
  await teller.stop();
  if (troubles.length > 0) throw troubles[0];
}
const runs = () => runStore(db).list({ limit: 100 });
const told = () =>
  runs()
    .map(({ id }) => runStore(db).get(id)?.start.event.facts.inputs?.["inEnglish"] as string)
    .toSorted();

beforeEach(() => {
  db = openDatabase(":memory:");
  now = began;
  appId = "app";
  started = [];
  troubles = [];
  teller = begin();
  publish("a", "shadow", toBilling);
  publish("b", "shadow", tagged);
});
afterEach(async () => {
  await teller.stop();
  db.close();
});

describe("what was decided in Shadow", () => {
  it("is told ten minutes after the first decision, once for all of a conversation, to what is on", async () => {
    publish("notes", "on", notes);
    publish("off", "off", notes);
    decides("a", "assign", "1");
    now += 4 * minuteMs;
    decides("b", "tag", "1");
    decides("b", "tag", "2");
    now += 6 * minuteMs - 1;
    await look();
    expect(runs()).toEqual([]);
    now += 1;
    await look();
    expect(told()).toEqual(["Workflow a: Assign to Billing\nWorkflow b: Tag with Refund"]);
    expect(runs()[0]).toMatchObject({ workflow: "notes", subject: { kind: "conversation", id: "1" } });
    const { start: own, cell } = runStore(db).get(runs()[0]?.id ?? "") ?? {};
    expect([cell, own?.event.topic, own?.actor]).toEqual(["app:conversation:1", shadowTopic, "99"]);
    expect(own?.event.facts.inputs).toMatchObject({
      workflows: "Workflow a, Workflow b",
      inSpanish: "Workflow a: Asignar a Billing\nWorkflow b: Etiquetar con Refund",
    });
    now += 4 * minuteMs;
    await look();
    expect(told()).toEqual([
      "Workflow a: Assign to Billing\nWorkflow b: Tag with Refund",
      "Workflow b: Tag with Refund",
    ]);
    expect(started).toEqual(["notes", "notes"]);
  });

  it("is told after a restart, and said once where the same was decided twice", async () => {
    publish("notes", "on", notes);
    decides("a", "assign", "1");
    now += 1;
    decides("a", "assign", "1");
    now += 11 * minuteMs;
    teller = begin();
    await look();
    await look();
    expect(told()).toEqual(["Workflow a: Assign to Billing"]);
  });

  it("starts nothing where nothing waits for it, while another workspace is connected, or about what it started itself", async () => {
    decides("a", "assign", "1");
    now += 11 * minuteMs;
    await look();
    publish("notes", "on", notes);
    await look();
    expect(runs()).toEqual([]);

    decides("a", "assign", "2", { topic: shadowTopic });
    now += 11 * minuteMs;
    await look();
    expect(runs()).toEqual([]);

    decides("a", "assign", "3", { appId: "other" });
    now += 11 * minuteMs;
    await look();
    expect(runs()).toEqual([]);
    appId = "other";
    await look();
    expect(told()).toEqual(["Workflow a: Assign to Billing"]);
  });

  it("is only decided on by what is itself in Shadow", async () => {
    publish("notes", "shadow", notes);
    decides("a", "assign", "1");
    now += 11 * minuteMs;
    await look();
    expect(runs()).toEqual([]);
    expect(
      shadowStore(db)
        .due("app", now, 10)
        .map(({ workflow }) => workflow),
    ).toEqual(["notes"]);
  });

  it("is not told once it was removed with all that is old", async () => {
    publish("notes", "on", notes);
    decides("a", "assign", "1");
    const { sweeps, step } = retentionStore(db);
    for (const sweep of sweeps) step(sweep, 0, 100, { bodiesBefore: now + 1, rowsBefore: now + 1, bodyDays: 1 });
    now += 11 * minuteMs;
    await look();
    expect(runs()).toEqual([]);
  });
});
