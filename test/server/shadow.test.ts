import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCallService } from "#server/connections/callService.ts";
import { readWhole } from "#server/intercom/readChanged.ts";
import { readScope } from "#server/intercom/readScope.ts";
import { createRetention } from "#server/retention/createRetention.ts";
import { createShadow, type Shadow } from "#server/shadow/createShadow.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { retentionStore } from "#server/store/retention.ts";
import { shadowStore } from "#server/store/shadows.ts";
import { workflowStore } from "#server/store/workflows.ts";
import { compile } from "#shared/engine/compile.ts";
import { trace } from "#shared/engine/trace.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { startStandIn } from "../support/standIn.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

const dayMs = 86_400_000;
const began = 1_790_000_000_000;
const ours = "99";
const billing = "7";

let db: Database;
let service: Awaited<ReturnType<typeof startStandIn>>;
let shadow: Shadow;
let close: () => Promise<void>;
let now: number;
/** What Intercom shows of each conversation, by its id, and of the one contact. */
let conversations: Map<string, object>;
let contact: object | null;
let asked: string[];
let isAway: boolean;
let troubles: unknown[];
/** Decisions that would have done something, as they were told in their commits. */
let told: string[];

const store = () => shadowStore(db);

function begin(): Shadow {
  const workflows = workflowStore(db);
  const made = createCallService();
  const connection = { baseUrl: service.url, accessToken: "t" };
  close = made.close;
  const created = createShadow({
    store: store(),
    workflows,
    registry,
    appId: () => "app",
    read: (effect) => readScope(made.call, connection, effect),
    readWhole: (id) => readWhole(made.call, connection, id),
    now: () => now,
    commit: groupCommit(db, (work) => work()),
    onDecided: (id) => told.push(id),
    onChange: () => undefined,
    onTrouble: (error) => troubles.push(error),
  });
  created.start();
  return created;
}

beforeEach(async () => {
  db = openDatabase(":memory:");
  now = began + 1_000;
  conversations = new Map();
  contact = { type: "contact", id: "c1", role: "user", custom_attributes: { plan: "Pro" } };
  asked = [];
  isAway = false;
  troubles = [];
  told = [];
  service = await startStandIn(({ method, path }) => {
    asked.push(`${method} ${path}`);
    if (isAway) return { status: 503 };
    if (path.startsWith("/contacts/")) return contact ? { status: 200, body: contact } : { status: 404 };
    const id = /^\/conversations\/(\w+)\?/.exec(path)?.[1] ?? "";
    const body = conversations.get(id);
    return body ? { status: 200, body } : { status: 404 };
  });
  shadow = begin();
});

afterEach(async () => {
  await shadow.stop();
  await close();
  await service.stop();
  db.close();
  const [trouble] = troubles;
  if (trouble) throw trouble;
});

const toBilling: [string, WorkflowDocument["nodes"][number]["config"]] = [
  "intercom.assign",
  { to: { list: "teams", id: billing } },
];
const tagRefund: [string, WorkflowDocument["nodes"][number]["config"]] = ["intercom.tag", { tag: "t1" }];
const start: [string, WorkflowDocument["nodes"][number]["config"]] = [
  "intercom.conversationStarted",
  { channel: "any" },
];

const routeAndTag = drawing(
  { start, assign: toBilling, tag: tagRefund, note: ["intercom.addNote", { note: ["Refund"] }] },
  ["start.next>assign", "assign.next>tag", "tag.next>note"],
);

/** Publishes a drawing and has it decide on a conversation's first message. */
function happens(document: WorkflowDocument, conversation = "901"): string {
  const workflows = workflowStore(db);
  if (!workflows.get("w")) {
    workflows.create("w", "Route", document, 0);
    workflows.addVersion("w", 1, document, 0, "Owner");
  }
  const event = {
    ...firstMessage("Where is my refund?", { id: conversation }),
    subject: { kind: "conversation" as const, id: conversation },
  };
  const id = `n${conversation}.w.1`;
  store().add({ id, workflow: "w", version: "w.1", start: { event, trigger: "start", actor: ours, startedAt: now } });
  shadow.nudge();
  return id;
}

const shown = (id: string) => store().get(id);
const decided = (id: string) => vi.waitUntil(() => shown(id)?.outcome && shown(id), { timeout: 5_000, interval: 5 });
/** @param before when it was compared the last time. */
const compared = (id: string, before: number | null = null) =>
  vi.waitUntil(() => shown(id)?.comparedAt !== before && shown(id), { timeout: 5_000, interval: 5 });

const ana = { type: "admin", id: "31", name: "Ana" };
interface Part {
  part_type: string;
  author?: object;
  minutes?: number;
  [more: string]: unknown;
}
/** As Intercom shows a conversation in which this happened after its first message. */
const went = (parts: Part[], more: Record<string, unknown> = {}) => ({
  ...firstRaw,
  ...more,
  conversation_parts: {
    conversation_parts: parts.map(({ minutes = 5, author = ana, ...part }, index) => ({
      id: `p${index}`,
      author,
      created_at: began / 1_000 + minutes * 60,
      ...part,
    })),
  },
});
const firstRaw = {
  type: "conversation",
  id: "901",
  created_at: began / 1_000,
  state: "open",
  source: {
    type: "conversation",
    id: "1",
    body: "Where is my refund?",
    author: { type: "user", id: "c1", name: "Ada" },
  },
  contacts: { contacts: [{ id: "c1" }] },
};
const assignedTo = (team: string, more: Partial<Part> = {}): Part => ({
  part_type: "assignment",
  assigned_to: { type: "team", id: team },
  ...more,
});
const taggedBy = (author: object, id = "t1") => ({
  tags: { tags: [{ id, name: "Refund", applied_at: began / 1_000 + 400, applied_by: author }] },
});

describe("a decision in shadow", () => {
  it("is what would have been done, step by step, and nothing is sent", async () => {
    const id = happens(routeAndTag);
    expect(await decided(id)).toMatchObject({
      outcome: "done",
      verdict: null,
      comparedAt: null,
      title: "Ada Byron: Where is my refund?",
      acts: [
        { node: "assign", compared: null },
        { node: "tag", compared: null },
        { node: "note", compared: [] },
      ],
    });
    const traced = store().trace(id);
    if (!traced) throw new Error("no trace");
    const steps = trace(compile(routeAndTag, registry), traced.start, traced.log);
    expect(steps.map(({ node, status }) => `${node} ${status}`)).toEqual([
      "start done",
      "assign done",
      "tag done",
      "note done",
    ]);
    expect(steps[1]?.log[0]?.effect).toMatchObject({ method: "POST", path: "/conversations/901/parts" });
    // Neither this nor the comparison later writes anything.
    conversations.set("901", went([assignedTo(billing)]));
    shadow.compare("w");
    await compared(id);
    expect(service.done).toEqual([]);
    expect(asked.filter((call) => !call.startsWith("GET "))).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(told).toEqual([id]);
  });

  it("reads what the drawing needs, once, and decides by it", async () => {
    const byPlan = drawing(
      {
        start,
        if: [
          "logic.if",
          { when: { match: "all", rules: [{ ref: "contact.attributes.plan", operator: "is", operand: "Pro" }] } },
        ],
        assign: toBilling,
      },
      ["start.next>if", "if.yes>assign"],
    );
    const id = happens(byPlan);
    expect((await decided(id)).acts.map(({ node }) => node)).toEqual(["assign"]);
    expect(asked).toEqual(["GET /contacts/c1"]);
    contact = null;
    expect((await decided(happens(byPlan, "902"))).acts).toEqual([]);
    expect(told).toEqual([id]);
    expect(service.done).toEqual([]);
  });

  it("goes as far as to where it would wait, and on from there once it is known what followed", async () => {
    const waits = drawing(
      {
        start,
        wait: ["logic.waitFor", { for: ["customerReplied"], most: { amount: 1, unit: "hours" } }],
        assign: toBilling,
        tag: tagRefund,
      },
      ["start.next>wait", "wait.customerReplied>assign", "wait.late>tag"],
    );
    const id = happens(waits);
    expect(await decided(id)).toMatchObject({ outcome: "waits", acts: [], doubts: ["unfinished"], verdict: null });
    const reply = { part_type: "comment", body: "Hello?", author: { type: "user", id: "c1" }, minutes: 20 };
    conversations.set("901", went([reply, assignedTo(billing, { minutes: 30 })]));
    now += 2 * 3_600_000;
    shadow.compare("w");
    expect(await compared(id)).toMatchObject({
      outcome: "done",
      acts: [{ node: "assign", compared: [{ of: "team", verdict: "same", by: "Ana" }] }],
      verdict: "same",
    });
  });

  it("goes after a wait by how the conversation stood then", async () => {
    const ofBilling = { ref: "conversation.team", operator: "isAnyOf", operand: [billing] };
    const later = drawing(
      {
        start,
        wait: ["logic.waitFor", { for: ["customerReplied"], most: { amount: 1, unit: "hours" } }],
        if: ["logic.if", { when: { match: "all", rules: [ofBilling] } }],
        tag: tagRefund,
        assign: toBilling,
      },
      ["start.next>wait", "wait.late>if", "if.yes>tag", "if.no>assign"],
    );
    const id = happens(later);
    await decided(id);
    conversations.set("901", went([assignedTo(billing), assignedTo("5", { minutes: 90 })]));
    now += 2 * 3_600_000;
    shadow.compare("w");
    expect((await compared(id)).acts.map(({ node }) => node)).toEqual(["tag"]);
  });

  it("survives a server that stops before it was decided, and waits for an Intercom that does not answer", async () => {
    await shadow.stop();
    const id = happens(routeAndTag);
    expect(shown(id)).toMatchObject({ outcome: null });
    await close();
    shadow = begin();
    await decided(id);
    isAway = true;
    shadow.compare("w");
    await vi.waitUntil(() => store().due("app", now + 59_000, 1).length === 0);
    expect(shown(id)).toMatchObject({ comparedAt: null, verdict: null });
    isAway = false;
    conversations.set("901", went([assignedTo(billing)]));
    now += 61_000;
    shadow.nudge();
    await compared(id);
  });

  it("is left alone while another workspace is connected", async () => {
    const id = happens(routeAndTag);
    await decided(id);
    expect(store().due("other", now + 2 * dayMs, 10)).toEqual([]);
    expect(store().due("app", now + 2 * dayMs, 10)).toHaveLength(1);
  });
});

describe("compared with what teammates did", () => {
  const verdicts = async (parts: Part[], more: Record<string, unknown> = {}, later = dayMs) => {
    const id = happens(routeAndTag);
    await decided(id);
    conversations.set("901", went(parts, more));
    now += later;
    shadow.compare("w");
    const { acts, verdict } = await compared(id);
    return {
      of: acts.flatMap(({ compared: all }) => (all ?? []).map(({ of, verdict: each }) => `${of} ${each}`)),
      verdict,
    };
  };

  it("is the same where they did the same", async () => {
    expect(await verdicts([assignedTo(billing)], taggedBy(ana))).toEqual({
      of: ["team same", "tag same"],
      verdict: "same",
    });
  });

  it("counts what they did first, as a report does", async () => {
    const parts = [assignedTo(billing), assignedTo("5", { minutes: 9 })];
    expect(await verdicts(parts, taggedBy(ana))).toEqual({ of: ["team same", "tag same"], verdict: "same" });
  });

  it("is otherwise where one thing went otherwise", async () => {
    expect(await verdicts([assignedTo("5")], taggedBy(ana))).toEqual({
      of: ["team otherwise", "tag same"],
      verdict: "otherwise",
    });
  });

  it("is nothing of the kind where they did none of it, but only once they have had their day", async () => {
    expect(await verdicts([], {}, 3_600_000)).toEqual({ of: ["team nothing", "tag nothing"], verdict: null });
    now = began + dayMs + 2_000;
    shadow.nudge();
    expect((await compared("n901.w.1", began + 3_601_000)).verdict).toBe("nothing");
    expect(store().due("app", now + 30 * dayMs, 10)).toEqual([]);
  });

  it("takes neither a bot nor what our own workflows did for a teammate", async () => {
    const bot = { type: "bot", id: "b" };
    const self = { type: "admin", id: ours, name: "Switchboard" };
    const parts = [
      assignedTo(billing, { author: bot }),
      assignedTo(billing, { author: self, app_package_code: "ours" }),
    ];
    const ended = { ...taggedBy(bot), team_assignee_id: billing };
    expect((await verdicts(parts, ended)).of).toEqual(["team nothing", "tag nothing"]);
  });

  it("says nothing of a tag that nobody knows the time of", async () => {
    const parts = [assignedTo(billing)];
    const tags = { tags: { tags: [{ id: "t1", name: "Refund" }] } };
    expect(await verdicts(parts, tags)).toEqual({ of: ["team same", "tag incomparable"], verdict: "same" });
  });

  it("says nothing of a reply or a note, nor of a conversation that is gone", async () => {
    const onlyNote = drawing({ start, note: ["intercom.addNote", { note: ["Refund"] }] }, ["start.next>note"]);
    expect(await decided(happens(onlyNote))).toMatchObject({ verdict: "incomparable" });
    expect(store().due("app", now + 30 * dayMs, 10)).toEqual([]);
  });

  it("gives up on a conversation that is gone", async () => {
    const id = happens(routeAndTag);
    await decided(id);
    now += dayMs;
    shadow.nudge();
    await vi.waitUntil(() => store().due("app", now + 30 * dayMs, 10).length === 0);
    expect(shown(id)).toMatchObject({ verdict: null, comparedAt: null });
  });

  it("is done by itself once the conversation was closed", async () => {
    const id = happens(routeAndTag);
    await decided(id);
    conversations.set(
      "901",
      went([assignedTo(billing), { part_type: "close", minutes: 6 }], { ...taggedBy(ana), state: "closed" }),
    );
    const { facts: _, ...event } = firstMessage("");
    shadow.heard({ ...event, facts: {}, topic: "conversation.admin.closed" });
    expect((await compared(id)).verdict).toBe("same");
    expect(store().due("app", now + 30 * dayMs, 10)).toEqual([]);
  });

  it("is counted by conversation, each by the least flattering", async () => {
    conversations.set("901", went([assignedTo(billing)], taggedBy(ana)));
    conversations.set("902", went([assignedTo("5")], taggedBy(ana)));
    const ids = ["901", "902", "903"].map((id) => happens(routeAndTag, id));
    for (const id of ids) await decided(id);
    shadow.compare("w");
    for (const id of ids.slice(0, 2)) await compared(id);
    expect(store().summary("w", 0)).toEqual({
      acted: 3,
      same: 1,
      otherwise: 1,
      nothing: 0,
      incomparable: 0,
      unknown: 1,
      idle: 0,
      conversations: true,
    });
    const listed = (part: "otherwise" | "unknown" | "acted" | "idle") =>
      store()
        .list("w", 0, part, undefined, 10)
        .map(({ id }) => id);
    expect([listed("otherwise"), listed("unknown"), listed("acted"), listed("idle")]).toEqual([
      [ids[1]],
      [ids[2]],
      ids.toReversed(),
      [],
    ]);
    expect(
      store()
        .list("w", 0, undefined, ids[2], 1)
        .map(({ id }) => id),
    ).toEqual([ids[1]]);
  });
});

it("decisions go with the runs: first what they were made from, then that there were any; what is open stays", async () => {
  const ids = ["901", "902"].map((id) => happens(routeAndTag, id));
  for (const id of ids) await decided(id);
  conversations.set("901", went([], { state: "closed" }));
  now += dayMs;
  shadow.compare("w");
  await compared(ids[0] ?? "");
  await shadow.stop();
  db.prepare("update shadow_decisions set due_at = 1 where id = ?").run(ids[1]);
  const sweepAt = (at: number) =>
    createRetention({
      store: retentionStore(db),
      bodyDays: 30,
      rowDays: 180,
      now: () => at,
      onTrouble: (error) => troubles.push(error),
    }).sweep();
  await sweepAt(now + 40 * dayMs);
  expect(ids.map((id) => [store().get(id) !== null, store().trace(id) !== null])).toEqual([
    [true, false],
    [true, true],
  ]);
  await sweepAt(now + 200 * dayMs);
  expect(ids.map((id) => store().get(id) !== null)).toEqual([false, true]);
});
