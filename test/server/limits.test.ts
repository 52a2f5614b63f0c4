import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CallService, createCallService } from "#server/connections/callService.ts";
import { createGates } from "#server/connections/gates.ts";
import { priorities } from "#server/connections/rateBudget.ts";
import { createAdmission } from "#server/driver/admission.ts";
import { createEmbeddedDriver, type Driver } from "#server/driver/embedded.ts";
import { createPerform } from "#server/effects/perform.ts";
import { startAbout } from "#server/ingest/startAbout.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { type RunStore, runStore } from "#server/store/runs.ts";
import { shadowStore } from "#server/store/shadows.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { byHandTopic, scheduleTopic, webhookTopic } from "#shared/events/topics.ts";
import { startStandIn } from "../support/standIn.ts";
import { assignAndNote, drawing, firstMessage } from "../support/workflowBuilder.ts";

let folder: string;
let db: Database;
let runs: RunStore;
let undo: (() => unknown)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "switchboard-"));
  db = openDatabase(join(folder, "test.sqlite"));
  runs = runStore(db);
  undo = [];
});

afterEach(async () => {
  for (const step of undo.toReversed()) await step();
  db.close();
  rmSync(folder, { recursive: true });
});

function addRun(conversation: string, more: { workflow?: string; bulk?: boolean } = {}): string {
  const event = firstMessage("hello", { id: conversation });
  const start = { event, trigger: "start", actor: "99", startedAt: Date.now() };
  const id = `run-${conversation}`;
  runs.add({ id, cell: `conversation:${conversation}`, version: "v", workflow: "w", start, ...more });
  return id;
}

/** Gates over the real client; `sent` has every call as it leaves, `flying` how many were under way then, itself included. */
function openGates(now = Date.now) {
  const { call, close } = createCallService();
  const sent: { path: string; body: unknown; flying: number }[] = [];
  let flying = 0;
  const watched: CallService = async (service, method, path, body) => {
    flying += 1;
    sent.push({ path, body, flying });
    const called = await call(service, method, path, body);
    flying -= 1;
    return called;
  };
  let driver: Driver | null = null;
  const gates = createGates({
    call: watched,
    now,
    chance: () => 1,
    onChange: () => driver?.nudge(),
    onRoom: () => driver?.nudge(),
  });
  undo.push(close, () => gates.close());
  return { gates, sent, drive: (made: Driver) => (driver = made) };
}

function drive(baseUrl: string) {
  const { gates, sent, drive: tell } = openGates();
  const service = { baseUrl, accessToken: "t" };
  const compiled = compile(assignAndNote, registry);
  let stopped = false;
  const driver = createEmbeddedDriver({
    runs,
    perform: createPerform(gates.admitted, () => service),
    admission: createAdmission({
      gates,
      runs,
      current: () => service,
      serviceOf: () => service,
      isStopped: () => stopped,
    }),
    chance: () => 1,
    compiled: () => compiled,
    now: Date.now,
    heardSince: () => [],
    doOwn: () => ({ ok: true, at: 0, answer: null }),
    commit: groupCommit(db, (work) => work()),
    newestVersion: () => null,
    quietMs: 20,
    onTrouble: (error) => {
      throw error;
    },
  });
  tell(driver);
  undo.push(driver.stop);
  driver.start();
  return {
    gates,
    service,
    sent,
    nudge: driver.nudge,
    health: () => gates.figures(service).health.kind,
    ask: () => gates.ask(service),
    stop() {
      stopped = true;
    },
    carryOn() {
      stopped = false;
      gates.goSlowly(service);
      driver.nudge();
    },
  };
}

async function standIn(mischief?: Parameters<typeof startStandIn>[0]) {
  const service = await startStandIn(mischief);
  undo.push(service.stop);
  return service;
}

const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 20_000, interval: 10 });
const statusOf = (id: string) => runs.get(id)?.status;
const conversationIn = (path: string) => /^\/conversations\/(\w+)\/parts/.exec(path)?.[1];

describe("calls to a connection", () => {
  it("leave in the order of their urgency when the budget is short", async () => {
    const server = createServer((_, response) => {
      const resetAt = Math.floor(Date.now() / 1_000) + 10;
      response.setHeader("x-ratelimit-limit", 500).setHeader("x-ratelimit-remaining", 499);
      response.setHeader("x-ratelimit-reset", resetAt).end("{}");
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    undo.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const service = { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, accessToken: "t" };
    // Until all have asked no time passes: however busy the machine is, nothing is saved up for those who are less urgent.
    let stands: number | null = Date.now();
    const { gates, sent } = openGates(() => stands ?? Date.now());
    // The first answer tells the limit, and the next fifty use up what may leave at once.
    await gates.calls.live(service, "GET", "/first");
    await Promise.all(Array.from({ length: 49 }, () => gates.calls.live(service, "GET", "/first")));
    const asked = [...priorities]
      .toReversed()
      .flatMap((priority) => Array.from({ length: 10 }, () => gates.calls[priority](service, "GET", `/${priority}`)));
    expect(gates.figures(service).waiting).toEqual({ live: 9, replay: 10, import: 10 });
    stands = null;
    await Promise.all(asked);
    expect(sent.slice(50).map(({ path }) => path)).toEqual(
      ["/live", "/replay", "/import"].flatMap((path) => Array.from({ length: 10 }, () => path)),
    );
    expect(gates.figures(service)).toMatchObject({
      budget: { limit: 500 },
      waiting: { live: 0, replay: 0, import: 0 },
    });
  });

  it("are made again as often as the limit is used up, without counting as tries", async () => {
    let left = 12;
    const service = await standIn(({ body }) =>
      body["message_type"] === "note" && left-- > 0 ? { status: 429, retryAfter: 0.02 } : null,
    );
    const id = addRun("901");
    drive(service.url);
    await until(() => statusOf(id) !== "going");
    expect([statusOf(id), left]).toEqual(["done", -1]);
    expect(runs.log.of(id).map(({ attempts }) => attempts)).toEqual([1, 1]);
  });
});

it("a run that a person stops while it waits for the budget sends nothing more", async () => {
  const service = await standIn(({ path }) => (path === "/full" ? { status: 429, retryAfter: 0.5 } : null));
  const { gates, service: connection, nudge } = drive(service.url);
  await gates.calls.live(connection, "GET", "/full");
  const id = addRun("901");
  nudge();
  await until(() => gates.figures(connection).waiting.live === 1);
  runs.end(id, "stopped", Date.now());
  const other = addRun("902");
  nudge();
  await until(() => statusOf(other) === "done");
  expect(service.done.map(({ path }) => path.includes("/902/"))).toEqual([true, true]);
  expect(runs.log.of(id)).toEqual([]);
});

describe("while a connection does not answer", () => {
  it("runs wait, none fails, and on its return they go on in order, little by little, each effect once", async () => {
    let isDown = true;
    const service = await standIn(() => (isDown ? { status: 503 } : null));
    const ids = Array.from({ length: 250 }, (_, index) => addRun(String(100 + index)));
    const { sent, health } = drive(service.url);
    await until(() => health() === "away" && sent.some(({ path }) => path === "/me"));
    const tried = new Set(sent.flatMap(({ path }) => conversationIn(path) ?? []));
    // Every lane had one, and the first few that failed made room for others.
    expect(tried.size).toBeLessThan(ids.length - 100);
    expect(runs.countHeldUp(Date.now())).toBe(ids.length);
    // As long as it is away nothing but the question leaves.
    const before = sent.length;
    await until(() => sent.length >= before + 1);
    expect(sent.slice(before).map(({ path }) => path)).toEqual(["/me"]);

    const returned = sent.length;
    isDown = false;
    await until(() => ids.every((id) => statusOf(id) !== "going"));
    expect(new Set(ids.map(statusOf))).toEqual(new Set(["done"]));
    expect(service.done.filter(({ method }) => method === "POST")).toHaveLength(2 * ids.length);
    const after = sent.slice(returned);
    const untouched = after.flatMap(({ path }) => conversationIn(path) ?? []).filter((id) => !tried.has(id));
    const order = [...new Set(untouched)];
    // Those under way at the same time may pass one another, by a few places.
    const inOrder = order.toSorted();
    expect(Math.max(...order.map((id, place) => Math.abs(inOrder.indexOf(id) - place)))).toBeLessThanOrEqual(16);
    for (const [index, { flying }] of after.entries()) expect(flying).toBeLessThanOrEqual(Math.max(1, index));
    expect(Math.max(...ids.flatMap((id) => runs.log.of(id).map(({ attempts }) => attempts)))).toBeLessThanOrEqual(2);
  });

  it("a token that is no longer accepted stops everything at once, until it is asked again", async () => {
    let isRevoked = true;
    const errors = { errors: [{ code: "unauthorized", message: "Access Token Invalid" }] };
    const service = await standIn(() => (isRevoked ? { status: 401, body: errors } : null));
    const ids = Array.from({ length: 80 }, (_, index) => addRun(String(100 + index)));
    const { sent, health, ask } = drive(service.url);
    await until(() => health() === "refused");
    await until(() => sent.every(({ flying }) => flying <= ids.length + 1));
    const calls = sent.length;
    const questions = sent.filter(({ path }) => path === "/me").length;
    expect([questions, calls <= ids.length + 1]).toEqual([1, true]);
    await ask();
    expect(sent.length).toBe(calls + 1);
    isRevoked = false;
    await ask();
    await until(() => ids.every((id) => statusOf(id) === "done"));
    expect(service.done).toHaveLength(160);
  });

  it("an endpoint that refuses the token while others accept it fails its step, in Intercom's words", async () => {
    const errors = [{ code: "unauthorized", message: "Not for this token" }];
    const service = await standIn(({ body }) =>
      body["message_type"] === "note" ? { status: 401, body: { errors } } : null,
    );
    const ids = ["901", "902", "903"].map((conversation) => addRun(conversation));
    const { sent, health } = drive(service.url);
    await until(() => ids.every((id) => statusOf(id) === "failed"));
    expect(runs.log.of("run-901").at(-1)?.outcome).toMatchObject({
      ok: false,
      error: { detail: "Not for this token" },
    });
    expect([health(), sent.filter(({ path }) => path !== "/me").length]).toEqual(["answers", 6]);
  });
});

it("runs that a schedule or a person started leave after others, and not those of another tool", () => {
  const start = startAbout({
    runs,
    shadows: shadowStore(db),
    workspace: () => ({ appId: "app", actor: "9" }),
    now: Date.now,
    onStarted: () => undefined,
    onShadowed: () => undefined,
  });
  const topics = [scheduleTopic, byHandTopic, webhookTopic];
  for (const topic of topics) start({ id: topic, workflow: "w", version: "w.1" }, "start", topic, {}, null);
  expect(topics.map((topic) => runs.get(topic)?.bulk)).toEqual([true, true, false]);
});

describe("lanes", () => {
  const cells = (most: number, ...more: [bulk?: number, taken?: Parameters<RunStore["dueCells"]>[3]]) =>
    runs.dueCells(Date.now(), most, ...more).map(({ cell }) => cell.replace("conversation:", ""));

  it("go to one workflow after the other, the oldest run of each first, and on from whose turn it was", () => {
    for (let index = 0; index < 50; index += 1) addRun(`a${100 + index}`, { workflow: "a" });
    for (let index = 0; index < 3; index += 1) addRun(`b${100 + index}`, { workflow: "b" });
    addRun("c100", { workflow: "c" });
    expect(cells(6)).toEqual(["a100", "b100", "c100", "a101", "b101", "a102"]);
    expect(cells(1)).toEqual(["a100"]);
    expect(cells(1)).toEqual(["b100"]);
    expect(cells(1)).toEqual(["c100"]);
    const taken = new Map(runs.dueCells(Date.now(), 54).map((due) => [due.cell, due]));
    expect(taken.size).toBe(54);
    expect(cells(10, 10, taken)).toEqual([]);
    addRun("d100", { workflow: "d" });
    expect(cells(1, 1, taken)).toEqual(["d100"]);
  });

  it("go to runs that an event started before all others, which never get the last of them", () => {
    for (let index = 0; index < 50; index += 1) addRun(`a${100 + index}`, { workflow: "a", bulk: true });
    addRun("b100", { workflow: "b" });
    expect(cells(4, 2)).toEqual(["b100", "a100", "a101"]);
    expect(cells(4, 0)).toEqual(["b100"]);
  });

  it(
    "keep a run waiting behind ten thousand of another workflow no longer than one effect",
    { timeout: 30_000 },
    async () => {
      const service = await standIn();
      db.transaction(() => {
        for (let index = 0; index < 10_000; index += 1) addRun(`${10_000 + index}`, { workflow: "many" });
      })();
      const { sent } = drive(service.url);
      await until(() => sent.length > 64);
      const id = addRun("777", { workflow: "one" });
      await until(() => statusOf(id) === "done");
      expect(runs.countGoing()).toBeGreaterThan(9_000);
    },
  );
});

it("lets others in between runs that ask nobody outside", async () => {
  const ids = Array.from({ length: 1000 }, (_, index) => addRun(String(1000 + index)));
  const compiled = compile(drawing({ start: ["intercom.conversationStarted", { channel: "any" }] }, []), registry);
  const driver = createEmbeddedDriver({
    runs,
    perform: () => Promise.reject(new Error("nothing is asked for")),
    compiled: () => compiled,
    now: Date.now,
    heardSince: () => [],
    doOwn: () => ({ ok: true, at: 0, answer: null }),
    commit: groupCommit(db, (work) => work()),
    newestVersion: () => null,
    quietMs: 20,
    onTrouble: (error) => {
      throw error;
    },
  });
  undo.push(driver.stop);
  driver.start();
  await new Promise((later) => setImmediate(later));
  expect(runs.countGoing()).toBeGreaterThan(50);
  await until(() => ids.every((id) => statusOf(id) === "done"));
});

it("lets nothing leave while everything is stopped, and what waited go on little by little", async () => {
  const service = await standIn();
  const { sent, stop, carryOn } = drive(service.url);
  stop();
  const ids = Array.from({ length: 70 }, (_, index) => addRun(String(100 + index)));
  carryOn();
  await until(() => sent.length >= 3);
  stop();
  await until(() => service.done.length === sent.length);
  const before = service.done.length;
  expect(before).toBeLessThan(140);
  carryOn();
  await until(() => ids.every((id) => statusOf(id) === "done"));
  expect(service.done).toHaveLength(140);
  for (const [index, { flying }] of sent.slice(0, before).entries()) expect(flying).toBeLessThanOrEqual(1 + index);
});
