import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEmbeddedDriver, type Driver } from "#server/driver/embedded.ts";
import { createCallService } from "#server/connections/callService.ts";
import { createPerform } from "#server/effects/perform.ts";
import { createKeepEvent } from "#server/ingest/keepEvent.ts";
import { createWebhook } from "#server/ingest/webhook.ts";
import { publish } from "#server/publishing/publish.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { isDiskTrouble } from "#server/store/diskTrouble.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { runStore } from "#server/store/runs.ts";
import { type WorkflowStore, workflowStore } from "#server/store/workflows.ts";
import { compile } from "#shared/engine/compile.ts";
import { createMatcher } from "#shared/engine/match.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { startStandIn } from "../support/standIn.ts";
import { assignAndNote, drawing } from "../support/workflowBuilder.ts";

let folder: string;
let db: Database;
let workflows: WorkflowStore;
let service: Awaited<ReturnType<typeof startStandIn>>;
let driver: Driver;
let undo: (() => Promise<unknown>)[];
let url: string;
let troubles: unknown[];

const onDisk = (version: string) => compile(workflows.versionDocument(version) ?? drawing({}, []), registry);
const drawingOn = () =>
  createMatcher(workflows.live().map((live) => ({ workflow: live, compiled: onDisk(live.version) })));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "switchboard-"));
  db = openDatabase(join(folder, "test.sqlite"));
  workflows = workflowStore(db);
  service = await startStandIn();
  const { call, close } = createCallService();
  const perform = createPerform(call, () => ({ baseUrl: service.url, accessToken: "t" }));
  troubles = [];
  const onTrouble = (error: unknown) => {
    if (!isDiskTrouble(error)) throw error;
    troubles.push(error);
  };
  driver = createEmbeddedDriver({
    runs: runStore(db),
    perform,
    compiled: onDisk,
    now: Date.now,
    heardSince: () => [],
    doOwn: () => ({ ok: true, at: 0, answer: null }),
    commit: groupCommit(db, (work) => work()),
    newestVersion: () => null,
    quietMs: 50,
    onTrouble,
  });
  const keep = createKeepEvent({
    db,
    match: (event) => drawingOn()(event),
    actorIn: () => "99",
    now: Date.now,
    onKept: () => driver.nudge(),
  });
  const signers = () => [{ appId: "app", clientSecret: "s" }];
  const server = express()
    .use(createWebhook({ signers, keep, now: Date.now, onTrouble }))
    .listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/intercom`;
  undo = [service.stop, close, async () => void server.close(), driver.stop];
  driver.start();
  workflows.create("w", "Route", assignAndNote, 0);
});

afterEach(async () => {
  for (const step of undo.toReversed()) await step();
  db.close();
  rmSync(folder, { recursive: true });
});

async function customerWrites(conversation: string, more: object = {}, id = `n${conversation}`): Promise<number> {
  const source = { body: "I want a refund", author: { type: "user", id: "c" } };
  const item = { type: "conversation", id: conversation, source, contacts: { contacts: [{ id: "c" }] }, ...more };
  const topic = "conversation.user.created";
  const body = JSON.stringify({
    type: "notification_event",
    id,
    app_id: "app",
    topic,
    data: { item },
  });
  const signature = `sha1=${createHmac("sha1", "s").update(body).digest("hex")}`;
  return (await fetch(url, { method: "POST", body, headers: { "x-hub-signature": signature } })).status;
}

const goOn = () => publish({ workflows, registry, lists: null, now: Date.now }, "w", 1, "Owner");

describe("from a signed webhook to an effect", () => {
  it("runs a workflow that is published and on, and none that is not", async () => {
    expect(await customerWrites("1")).toBe(200);
    expect(goOn()).toMatchObject({ outcome: "published", number: 1 });
    expect(await customerWrites("2")).toBe(200);
    workflows.setMode("w", "on");
    expect(await customerWrites("3")).toBe(200);
    // The same delivery again, and the same happening told anew.
    expect(await customerWrites("3")).toBe(200);
    expect(await customerWrites("3", {}, "n3-again")).toBe(200);
    await vi.waitUntil(() => service.done.length === 2, { timeout: 10_000, interval: 5 });
    workflows.setMode("w", "off");
    expect(await customerWrites("4")).toBe(200);
    await driver.stop();
    expect(runStore(db).countGoing()).toBe(0);
    expect(service.done.map(({ path, body }) => [path, body["message_type"], body["body"]])).toEqual([
      ["/conversations/3/parts", "assignment", undefined],
      ["/conversations/3/reply", "note", "<p>Routed: I want a refund</p>"],
    ]);
  });

  it("lets a customer, or a conversation, in only the first time where the trigger says so, over versions and restarts", async () => {
    const once = (whom: "contact" | "conversation") => ({
      ...assignAndNote,
      nodes: assignAndNote.nodes.map((node) => (node.id === "start" ? { ...node, once: whom } : node)),
    });
    workflows.create("c", "Once each customer", once("contact"), 0);
    workflows.create("t", "Once each conversation", once("conversation"), 0);
    for (const id of ["c", "t"]) {
      publish({ workflows, registry, lists: null, now: Date.now }, id, 1, "Owner");
      workflows.setMode(id, "on");
    }
    const of = (id: string) => ({ contacts: { contacts: [{ id }] } });
    await customerWrites("1", of("ann"));
    await customerWrites("2", of("ann"));
    publish({ workflows, registry, lists: null, now: Date.now }, "c", 1, "Owner");
    await customerWrites("3", of("bob"));
    await customerWrites("4", of("ann"));
    // Nobody can tell whose these are.
    await customerWrites("5", { contacts: null });
    await customerWrites("6", { contacts: null });
    const started = (workflow: string) =>
      ["1", "2", "3", "4", "5", "6"].filter((id) =>
        [1, 2].some((version) => runStore(db).get(`n${id}.${workflow}.${version}`)),
      );
    expect(started("c")).toEqual(["1", "3", "5", "6"]);
    expect(started("t")).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  it("starts nothing for what our own action caused", async () => {
    goOn();
    workflows.setMode("w", "on");
    const part = { id: "p", part_type: "note", author: { type: "admin", id: "99" }, app_package_code: "ours" };
    expect(await customerWrites("1", { conversation_parts: { conversation_parts: [part] } })).toBe(200);
    expect(runStore(db).get("n1.w.1")).toBeNull();
  });

  it("never publishes a draft with faults or one saved since, and never changes a version", () => {
    expect(workflows.saveDraft("w", drawing({}, []), 1, 1)).toBe(true);
    expect(workflows.saveDraft("w", assignAndNote, 1, 1)).toBe(false);
    expect(goOn()).toEqual({ outcome: "stale" });
    const faulty = publish({ workflows, registry, lists: null, now: Date.now }, "w", 2, "Owner");
    expect(faulty).toMatchObject({ outcome: "faults", faults: [{ code: "no-trigger" }, { code: "no-action" }] });
    workflows.addVersion("w", 1, assignAndNote, 1, "Owner");
    expect(() => db.exec("update versions set document = '{}'")).toThrow("never changes");
  });
});

describe("a disk that is full", () => {
  it("takes no event and loses none, keeps runs where they are, and all goes on once there is room", async () => {
    goOn();
    workflows.setMode("w", "on");
    expect(await customerWrites("1")).toBe(200);
    await vi.waitUntil(() => runStore(db).get("n1.w.1")?.status === "done", { timeout: 10_000, interval: 5 });
    // As large as it may be: SQLite itself says that the disk is full.
    const pages = Number(db.pragma("page_count", { simple: true }));
    db.pragma(`max_page_count = ${pages}`);
    troubles = [];
    expect(await customerWrites("2", { source: { body: "x".repeat(60_000) } })).toBe(503);
    expect(troubles.some(isDiskTrouble)).toBe(true);
    expect(runStore(db).get("n2.w.1")).toBeNull();
    db.pragma("max_page_count = 1000000");
    expect(await customerWrites("2")).toBe(200);
    await vi.waitUntil(() => runStore(db).get("n2.w.1")?.status === "done", { timeout: 10_000, interval: 5 });
  });

  it("lets a run wait that cannot keep what it did, and then go on without doing it twice", async () => {
    goOn();
    workflows.setMode("w", "on");
    await driver.stop();
    expect(await customerWrites("1")).toBe(200);
    // From now on every write fails, as on a disk that has become read-only.
    db.pragma("query_only = ON");
    troubles = [];
    driver.start();
    await vi.waitUntil(() => troubles.some(isDiskTrouble), { timeout: 10_000, interval: 5 });
    db.pragma("query_only = OFF");
    await vi.waitUntil(() => runStore(db).get("n1.w.1")?.status === "done", { timeout: 10_000, interval: 5 });
    expect(service.done).toHaveLength(2);
  });
});

/** Tells of what stands out in a conversation, whatever is missing in it. */
const telling = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    files: [
      "logic.if",
      {
        when: {
          match: "any",
          rules: [
            { ref: "message.attachmentCount", operator: "moreThan", operand: 0 },
            { ref: "conversation.attributes.Seats", operator: "moreThan", operand: 3 },
          ],
        },
      },
    ],
    more: ["intercom.addNote", { note: ["More: ", { ref: "message.text", fallback: "no words" }] }],
    less: [
      "intercom.addNote",
      { note: ["Less, ", { ref: "contact.name", fallback: "nobody" }, ": ", { ref: "message.text" }] },
    ],
  },
  ["start.next>files", "files.yes>more", "files.no>less"],
);

describe("an unusual conversation", () => {
  beforeEach(() => {
    workflows.create("u", "Telling", telling, 0);
    publish({ workflows, registry, lists: null, now: Date.now }, "u", 1, "Owner");
    workflows.setMode("u", "on");
  });

  const author = { type: "user", id: "c" };
  const words = `${"שלום 👩‍👩‍👧 ".repeat(4_000)}end`;
  const part = (id: number) => ({
    id: `p${id}`,
    part_type: "comment",
    author,
    body: `<p>Part ${id}</p>`,
    created_at: id,
  });
  const file = { type: "upload", name: "a.png", url: "https://files.example/a.png", content_type: "image/png" };

  it.each([
    ["only of attachments", { source: { body: null, author, attachments: [file, file] } }, "<p>More: no words</p>"],
    ["without any words", { source: { body: "", author }, contacts: { contacts: [] } }, "<p>Less, nobody:</p>"],
    ["of nobody", { contacts: { contacts: [] } }, "<p>Less, nobody: I want a refund</p>"],
    [
      "with a text where there was a number",
      { custom_attributes: { Seats: "many" }, contacts: null },
      "<p>Less, nobody: I want a refund</p>",
    ],
    [
      "with the number as a text, which is more than no number",
      { custom_attributes: { Seats: "4" }, contacts: null },
      "<p>Less, nobody: I want a refund</p>",
    ],
    [
      "of 48,000 characters, from right to left",
      { source: { body: words, author }, contacts: {} },
      `<p>Less, nobody: ${words}</p>`,
    ],
    [
      "of 500 parts",
      { conversation_parts: { conversation_parts: Array.from({ length: 500 }, (_, id) => part(id)) }, contacts: {} },
      "<p>Less, nobody: Part 499</p>",
    ],
  ])("%s comes to a note", async (_, more, note) => {
    expect(await customerWrites("1", more)).toBe(200);
    await vi.waitUntil(() => runStore(db).get("n1.u.1")?.status === "done", { timeout: 10_000, interval: 5 });
    expect(service.done.map(({ body }) => body["body"])).toEqual([note]);
  });
});
