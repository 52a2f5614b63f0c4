import { createHmac, randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSeal } from "#server/connections/seal.ts";
import { createHooks, type Hooks } from "#server/hooks/createHooks.ts";
import { hookRouter } from "#server/hooks/hookRouter.ts";
import { createTakeCall } from "#server/hooks/takeCall.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { hookStore } from "#server/store/hooks.ts";
import { limitStore } from "#server/store/limits.ts";
import { type RunStore, runStore } from "#server/store/runs.ts";
import { shadowStore } from "#server/store/shadows.ts";
import { type WorkflowStore, workflowStore } from "#server/store/workflows.ts";
import type { HookField, Proof } from "#shared/hooks/hookField.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { drawing } from "../support/workflowBuilder.ts";

const place = { workflow: "w", node: "call" };
const total: HookField = { id: "total", name: "Total", path: ["order", "total"], type: "number" };
const email: HookField = { id: "email", name: "E-mail", path: ["order", "email"], type: "text" };
const called = (proof: Proof, fields: readonly HookField[] = [total, email]) =>
  drawing(
    {
      call: ["logic.webhook", { proof, fields: [...fields] }],
      note: ["intercom.noteContact", { note: ["Order"], of: ["c1"] }],
    },
    ["call.next>note"],
  );
const order = { order: { total: "12.50", email: "ada@example.com" } };

let db: Database;
let workflows: WorkflowStore;
let runs: RunStore;
let hooks: Hooks;
let base: string;
let now: number;
let broken: Error | null;
let troubles: unknown[];
let started: string[];
let told: number;
let shadowed: number;
let close: () => Promise<void>;

beforeEach(async () => {
  db = openDatabase(":memory:");
  workflows = workflowStore(db);
  runs = runStore(db);
  now = 1_795_000_000_000;
  broken = null;
  troubles = [];
  started = [];
  told = 0;
  shadowed = 0;
  hooks = createHooks({
    store: hookStore(db),
    seal: createSeal(randomBytes(32)),
    now: () => now,
    onCall: () => (told += 1),
  });
  const calls = createTakeCall({
    db,
    hooks,
    workflows,
    registry,
    workspace() {
      if (broken) throw broken;
      return { appId: "app", actor: "99" };
    },
    now: () => now,
    onStarted: ({ id }) => started.push(id),
    onShadowed: () => (shadowed += 1),
  });
  const app = express();
  app.use(hookRouter({ hooks, calls, now: () => now, onTrouble: (error) => troubles.push(error) }));
  app.use((_, response) => void response.sendStatus(418));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/`;
  close = () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
});
afterEach(async () => {
  await close();
  db.close();
});

function publish(document = called("secret"), on = true): void {
  const number = (workflows.newestVersion("w")?.number ?? 0) + 1;
  if (number === 1) workflows.create("w", "Orders", document, 0);
  workflows.addVersion("w", number, document, 0, "Owner");
  workflows.setMode("w", on ? "on" : "off");
}

type Headers = Readonly<Record<string, string>>;
const bearer = (): Headers => ({ authorization: `Bearer ${hooks.secret(place)}` });

async function send(body: unknown, headers: Headers = bearer(), token = hooks.token(place)) {
  const response = await fetch(`${base}${token}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    ...(body === null ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const words: unknown = await response.json();
  return { status: response.status, words: JSON.stringify(words) };
}

const inputsOf = (id: string | undefined) => runs.get(id ?? "")?.start.event.facts.inputs;

describe("a call of another tool", () => {
  it("starts a run that has the picked values by their types, and is about nothing", async () => {
    publish();
    expect(await send(order)).toEqual({ status: 200, words: expect.stringContaining("has started") });
    const run = runs.get(started[0] ?? "");
    expect(run).toMatchObject({
      id: expect.stringMatching(/^hook-[\w-]{22}$/),
      cell: `event:${started[0]}`,
      version: "w.1",
      start: { trigger: "call", actor: "99", event: { topic: "switchboard.webhook", subject: null } },
    });
    expect(inputsOf(started[0])).toEqual({ total: 12.5, email: "ada@example.com" });
    expect(hooks.lastCall(place)).toMatchObject({ at: now, sample: { more: false } });
    expect(told).toBe(1);
  });

  it("starts nothing more, and says so, once the workflow has been called far too often", async () => {
    publish();
    limitStore(db).set({ actions: 10, runs: 5 });
    for (let call = 0; call < 5; call += 1) await send(order);
    expect((await send(order)).words).toContain("off");
    expect(started).toHaveLength(5);
    expect(workflows.get("w")).toMatchObject({ mode: "off", pause: { since: now } });
  });

  it("is only decided in shadow, and starts its share of the calls in percentage", async () => {
    publish();
    workflows.setMode("w", "shadow");
    expect((await send(order, { ...bearer(), "webhook-id": "one" })).words).toContain("in shadow");
    expect((await send(order, { ...bearer(), "webhook-id": "one" })).words).toContain("in shadow");
    const decided = shadowStore(db).list("w", 0, undefined, undefined, 10);
    expect(decided.map(({ id }) => shadowStore(db).trace(id)?.start)).toMatchObject([
      { trigger: "call", actor: "99", event: { topic: "switchboard.webhook", facts: { inputs: { total: 12.5 } } } },
    ]);
    expect([started, shadowed]).toEqual([[], 2]);
    workflows.setMode("w", "percentage", 50);
    const said: string[] = [];
    for (let call = 0; call < 40; call += 1)
      said.push((await send(order, { ...bearer(), "webhook-id": `call ${call}` })).words);
    const isIn = (words: string) => words.includes("has started");
    expect(started).toHaveLength(said.filter(isIn).length);
    expect(said.filter((words) => !isIn(words)).every((words) => words.includes("not in it"))).toBe(true);
    expect(started.length).toBeGreaterThan(5);
    expect(started.length).toBeLessThan(35);
  });

  it("may be a form, names that come twice are a list, and may send nothing at all", async () => {
    const name: HookField = { id: "name", name: "Name", path: ["full name"], type: "text" };
    const likes: HookField = { id: "likes", name: "Likes", path: ["likes"], type: "list" };
    publish(called("secret", [name, likes]));
    const form = { ...bearer(), "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
    expect((await send("full+name=Ada+Byron&likes=tea&likes=cake&__proto__=x", form)).status).toBe(200);
    expect(inputsOf(started[0])).toEqual({ name: "Ada Byron", likes: ["tea", "cake"] });
    expect((await send(null)).status).toBe(200);
    expect(inputsOf(started[1])).toEqual({ name: null, likes: null });
  });

  it("keeps ids that are longer than a number can be, digit for digit", async () => {
    const id: HookField = { id: "id", name: "Id", path: ["id"], type: "text" };
    publish(called("secret", [id]));
    await send(`{"id":820982911946154508,"price":10.5}`);
    expect(inputsOf(started[0])).toEqual({ id: "820982911946154508" });
  });

  it("is a value and nothing more, whatever its names are", async () => {
    const sly: HookField = { id: "sly", name: "Sly", path: ["constructor", "name"], type: "text" };
    publish(called("secret", [sly, { ...sly, id: "proto", path: ["__proto__", "polluted"] }]));
    await send(`{"__proto__":{"polluted":"yes"}}`);
    await send(`{}`);
    expect(inputsOf(started[0])).toEqual({ sly: null, proto: "yes" });
    expect(inputsOf(started[1])).toEqual({ sly: null, proto: null });
    expect("polluted" in {}).toBe(false);
  });
});

describe("an address", () => {
  it("that is nobody's answers 404, also where its step, or its workflow, is gone", async () => {
    publish();
    expect((await send(order, bearer(), "guessed")).status).toBe(404);
    const token = hooks.token(place);
    hooks.renewToken(place);
    expect((await send(order, bearer(), token)).status).toBe(404);
    expect((await send(order)).status).toBe(200);
    const other = hooks.token({ workflow: "w", node: "note" });
    expect((await send(order, { authorization: "Bearer x" }, other)).status).toBe(404);
    workflows.setMode("w", "off");
    const headers = bearer();
    const last = hooks.token(place);
    workflows.remove("w", now);
    expect((await send(order, headers, last)).status).toBe(404);
    expect(hookStore(db).get(place)).toBeNull();
  });

  it("belongs to one step: two have two, and each starts by its own", async () => {
    const two = called("secret");
    publish({
      ...two,
      nodes: [...two.nodes, { id: "second", type: "logic.webhook", config: { proof: "address", fields: [] } }],
    });
    const second = { workflow: "w", node: "second" };
    expect(hooks.token(second)).not.toBe(hooks.token(place));
    expect((await send(order, {}, hooks.token(second))).status).toBe(200);
    expect(runs.get(started[0] ?? "")?.start.trigger).toBe("second");
  });

  it("stands sealed in the database, as do its secret and what was sent", async () => {
    publish();
    await send(order);
    const kept = Object.values(hookStore(db).get(place) ?? {}).filter((value) => Buffer.isBuffer(value));
    expect(kept).toHaveLength(3);
    const whole = Buffer.concat(kept).toString("latin1");
    for (const words of [hooks.token(place), hooks.secret(place), "ada@example.com"])
      expect(whole).not.toContain(words);
    expect(Buffer.from(hooks.token(place), "base64url").length).toBeGreaterThanOrEqual(16);
  });
});

const sha256 = (body: string, key: string | Buffer, encoding: "hex" | "base64") =>
  createHmac("sha256", key).update(body).digest(encoding);

describe("whoever calls proves itself", () => {
  const body = JSON.stringify(order);

  it("by the secret, in its header", async () => {
    publish();
    for (const wrong of [{}, { authorization: "Bearer" }, { authorization: hooks.secret(place) }])
      expect((await send(body, wrong)).status).toBe(401);
    expect(hooks.lastRefused(place)).toEqual({ at: now, why: "unproved" });
    expect((await send(body, { authorization: "Bearer wrong" })).status).toBe(401);
    expect(hooks.lastRefused(place)).toEqual({ at: now, why: "wrong" });
    const before = bearer();
    hooks.changeSecret(place, null);
    expect((await send(body, before)).status).toBe(401);
    expect(started).toEqual([]);
    expect(hooks.lastCall(place)).toBeNull();
    expect((await send(body)).status).toBe(200);
    expect(hooks.lastRefused(place)).toBeNull();
  });

  it("by signing the body, in hex or base64, under the names that tools use, with a secret of their own too", async () => {
    publish(called("signature"));
    hooks.changeSecret(place, "the shop's own secret");
    const key = hooks.secret(place);
    const hex = sha256(body, key, "hex");
    const base64 = sha256(body, key, "base64");
    for (const good of [
      { "x-hub-signature-256": `sha256=${hex}` },
      { "x-signature-256": hex },
      { "x-signature": hex.toUpperCase() },
      { "x-shopify-hmac-sha256": base64 },
      { "x-wc-webhook-signature": base64 },
    ])
      expect([good, (await send(body, good)).status]).toEqual([good, 200]);
    for (const bad of [
      {},
      bearer(),
      { "x-signature": "" },
      { "x-signature": hex.slice(2) },
      { "x-hub-signature": `sha1=${createHmac("sha1", key).update(body).digest("hex")}` },
      { "x-shopify-hmac-sha256": sha256(`${body} `, key, "base64") },
      { "x-shopify-hmac-sha256": sha256(body, "another", "base64") },
    ])
      expect([bad, (await send(body, bad)).status]).toEqual([bad, 401]);
  });

  it("by Standard Webhooks, within five minutes", async () => {
    publish(called("signature"));
    const key = Buffer.from(hooks.secret(place).replace("whsec_", ""), "base64");
    const signed = (id: string, at: number, more = "") => ({
      "webhook-id": id,
      "webhook-timestamp": String(at),
      "webhook-signature": `${more}v1,${sha256(`${id}.${at}.${body}`, key, "base64")}`,
    });
    const at = now / 1_000;
    expect((await send(body, signed("m1", at))).status).toBe(200);
    expect((await send(body, signed("m2", at - 200, "v1,AAAA v1a,zzz "))).status).toBe(200);
    expect((await send(body, signed("m3", at - 301))).status).toBe(401);
    expect((await send(body, signed("m3", at + 301))).status).toBe(401);
    expect((await send(body, { ...signed("m3", at), "webhook-id": "m4" })).status).toBe(401);
    expect((await send(body, { ...signed("m3", at), "webhook-timestamp": "now" })).status).toBe(401);
    expect(started).toHaveLength(2);
  });

  it("by knowing the address, where that is all that is asked", async () => {
    publish(called("address"));
    expect((await send(body, {})).status).toBe(200);
  });

  it("before anything is read: what is unreadable and unproved answers 401", async () => {
    publish();
    expect((await send("{", {})).status).toBe(401);
  });

  it("as the published drawing asks, whatever the draft says", async () => {
    publish(called("secret", [total]));
    workflows.saveDraft("w", called("address", [email]), 1, now);
    expect((await send(body, {})).status).toBe(401);
    expect((await send(body)).status).toBe(200);
    expect(inputsOf(started[0])).toEqual({ total: 12.5 });
    publish(called("address", [email]));
    expect((await send(body, {})).status).toBe(200);
    expect(inputsOf(started[1])).toEqual({ email: "ada@example.com" });
  });
});

describe("a workflow that is not on", () => {
  it("keeps what was sent, says so in words, and starts nothing", async () => {
    publish(called("secret"), false);
    expect(await send(order)).toEqual({ status: 200, words: expect.stringContaining("is off") });
    expect(hooks.lastCall(place)?.sample.rows[0]).toEqual({ path: ["order", "total"], value: "12.50" });
    expect(started).toEqual([]);
    // Sent again once it is on, the same delivery counts.
    await send(order, { ...bearer(), "idempotency-key": "1" });
    workflows.setMode("w", "on");
    await send(order, { ...bearer(), "idempotency-key": "1" });
    expect(started).toHaveLength(1);
  });

  it("that is not published goes by its draft, as does a step that is only in the draft", async () => {
    workflows.create("w", "Orders", called("address"), 0);
    expect(await send(order, {})).toEqual({ status: 200, words: expect.stringContaining("not published") });
    expect(hooks.lastCall(place)).not.toBeNull();
    workflows.addVersion("w", 1, drawing({ hand: ["logic.byHand", {}] }, []), 0, "Owner");
    workflows.setMode("w", "on");
    expect((await send(order, {})).words).toContain("not published");
    expect(started).toEqual([]);
  });
});

describe("a delivery that comes again", () => {
  it.each(["webhook-id", "idempotency-key", "x-shopify-webhook-id", "x-github-delivery"])(
    "under the same %s starts one run only, also at once, also after another version",
    async (header) => {
      publish();
      const headers = { ...bearer(), [header]: "delivery-1" };
      const both = await Promise.all([send(order, headers), send(order, headers)]);
      expect(both.map(({ status }) => status)).toEqual([200, 200]);
      publish();
      expect((await send(order, headers)).words).toContain("came before");
      expect(started).toHaveLength(1);
      await send(order, { ...headers, [header]: "delivery-2" });
      expect(started).toHaveLength(2);
    },
  );

  it("without such a name is another one", async () => {
    publish();
    await send(order);
    await send(order);
    expect(started).toHaveLength(2);
  });
});

describe("what cannot be taken", () => {
  it.each([
    ["not JSON", "{", 400],
    ["a single value", "12", 422],
    ["null", "null", 422],
    ["too deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 413],
    ["too many values", JSON.stringify(Array.from({ length: 20_001 }, () => 0)), 413],
    ["too large", JSON.stringify(["x".repeat(1_100_000)]), 413],
  ])("is refused in words: %s", async (_, body, status) => {
    publish();
    const refused = await send(body);
    expect(refused.status).toBe(status);
    expect(refused.words).toMatch(/The body is/);
    expect(started).toEqual([]);
    expect(hooks.lastCall(place)).toBeNull();
  });

  it("is told to whoever sets the tool up", async () => {
    publish();
    await send("{");
    expect(hooks.lastRefused(place)).toEqual({ at: now, why: "unreadable" });
    expect(told).toBe(1);
    await send("{");
    expect(told).toBe(1);
  });

  it("for our own trouble is answered 503, keeps nothing of it, and is taken when it comes again", async () => {
    publish();
    broken = new Error("disk full");
    expect((await send(order)).status).toBe(503);
    expect(troubles).toEqual([broken]);
    expect(hooks.lastCall(place)).toBeNull();
    broken = null;
    expect((await send(order)).status).toBe(200);
    expect(started).toHaveLength(1);
  });

  it("because too many came in a minute is told to come later; wrong calls use up nothing", async () => {
    publish();
    const wrong = await Promise.all(Array.from({ length: 50 }, () => send(order, {})));
    expect(new Set(wrong.map(({ status }) => status))).toEqual(new Set([401]));
    const all = await Promise.all(Array.from({ length: 601 }, () => send(order)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(600);
    expect(all.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});
