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
import { webhookRouter } from "#server/ingest/webhook.ts";
import { publish } from "#server/publishing/publish.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
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
  const onTrouble = (error: unknown) => {
    throw error;
  };
  driver = createEmbeddedDriver({
    runs: runStore(db),
    perform,
    compiled: onDisk,
    now: Date.now,
    heardSince: () => [],
    settleOwn: () => undefined,
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
    .use(webhookRouter({ signers, keep, now: Date.now, onTrouble }))
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

async function customerWrites(conversation: string, more: object = {}): Promise<number> {
  const source = { body: "I want a refund", author: { type: "user", id: "c" } };
  const item = { type: "conversation", id: conversation, source, contacts: { contacts: [{ id: "c" }] }, ...more };
  const topic = "conversation.user.created";
  const body = JSON.stringify({
    type: "notification_event",
    id: `n${conversation}`,
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
    expect(await customerWrites("3")).toBe(200);
    await vi.waitUntil(() => service.done.length === 2, { timeout: 10_000, interval: 5 });
    workflows.setMode("w", "off");
    expect(await customerWrites("4")).toBe(200);
    await driver.stop();
    expect(service.done.map(({ path, body }) => [path, body["message_type"], body["body"]])).toEqual([
      ["/conversations/3/parts", "assignment", undefined],
      ["/conversations/3/reply", "note", "<p>Routed: I want a refund</p>"],
    ]);
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
