import { createHmac } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWebhook } from "#server/ingest/webhook.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { eventStore, type Received } from "#server/store/events.ts";
import { groupCommit } from "#server/store/groupCommit.ts";

const samples = join(import.meta.dirname, "../../../shared/intercom/webhooks");
const names = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith(".json")) : [];
const secret = "s3cret";
const notification = (more: object = {}) => ({
  type: "notification_event",
  app_id: "w4pz7q1m",
  id: "notif_1",
  topic: "conversation.user.created",
  created_at: 1_794_990_120,
  data: { item: { type: "conversation", id: "9", source: { body: "Hello", author: { type: "user", id: "c" } } } },
  ...more,
});

let folder: string;
let db: Database;
let close: () => Promise<void>;
let url: string;
let broken: Error | null;
let troubles: unknown[];
let clock: number;
/** How far the clock moves each time it is looked at. */
let clockStep: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "switchboard-"));
  db = openDatabase(join(folder, "test.sqlite"));
  broken = null;
  troubles = [];
  clock = 1_795_000_000_000;
  clockStep = 0;
  const events = eventStore(db);
  const keep = groupCommit(db, (received: Received) => {
    if (broken) throw broken;
    return events.add(received);
  });
  const app = express();
  app.use(
    createWebhook({
      signers: () => [
        { appId: "w4pz7q1m", clientSecret: secret },
        { appId: "other", clientSecret: "another" },
      ],
      keep,
      now: () => (clock += clockStep),
      onTrouble: (error) => troubles.push(error),
    }),
  );
  const server = app.listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/intercom`;
  close = () =>
    new Promise((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
});

afterEach(async () => {
  await close();
  db.close();
  rmSync(folder, { recursive: true });
});

const sign = (body: string, key = secret) => `sha1=${createHmac("sha1", key).update(body).digest("hex")}`;

async function send(body: string, signature: string | null = sign(body)): Promise<number> {
  const headers = {
    "content-type": "application/json",
    ...(signature === null ? {} : { "x-hub-signature": signature }),
  };
  const response = await fetch(url, { method: "POST", body, headers });
  await response.arrayBuffer();
  return response.status;
}

/** Several requests in one packet of one connection; gives the statuses in their order. */
function sendAtOnce(bodies: readonly string[]): Promise<number[]> {
  const { port, hostname } = new URL(url);
  const requests = bodies.map(
    (body) =>
      `POST /webhooks/intercom HTTP/1.1\r\nhost: a\r\nx-hub-signature: ${sign(body)}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  return new Promise((told) => {
    let words = "";
    const socket = connect(Number(port), hostname, () => socket.write(requests.join("")));
    socket.on("data", (chunk) => {
      words += String(chunk);
      const statuses = [...words.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
      if (statuses.length < bodies.length) return;
      socket.destroy();
      told(statuses);
    });
  });
}

const kept = () => eventStore(db).newest(100);

describe("the webhook", () => {
  it("answers the HEAD that Intercom sends when the address is saved", async () => {
    expect((await fetch(url, { method: "HEAD" })).status).toBe(200);
  });

  it.skipIf(names.length === 0)("takes every sample notification (skipped where they are absent)", async () => {
    for (const name of names)
      expect([name, await send(readFileSync(join(samples, name), "utf8"))]).toEqual([name, 200]);
    expect(kept().every(({ known }) => known)).toBe(true);
    expect(new Set(kept().map(({ topic }) => topic)).size).toBe(
      new Set(names.map((name) => name.replace(/(@.*)?\.json$/, ""))).size,
    );
  });

  it("keeps a delivery once, also under another notification id", async () => {
    expect(await send(JSON.stringify(notification()))).toBe(200);
    expect(await send(JSON.stringify(notification()))).toBe(200);
    expect(await send(JSON.stringify(notification({ id: "notif_2" })))).toBe(200);
    expect(kept()).toHaveLength(1);
  });

  it("keeps many deliveries at once, each once", async () => {
    const bodies = Array.from({ length: 100 }, (_, index) =>
      JSON.stringify(notification({ id: `n${index % 50}`, topic: "conversation.read" })),
    );
    expect(new Set(await Promise.all(bodies.map((body) => send(body))))).toEqual(new Set([200]));
    expect(eventStore(db).count()).toBe(50);
  });

  it("keeps a topic it does not know, marked so", async () => {
    expect(await send(JSON.stringify(notification({ topic: "moon.landed" })))).toBe(200);
    expect(kept()).toMatchObject([{ topic: "moon.landed", known: false, subjectId: null }]);
  });

  it.each([
    ["no signature", null],
    ["a malformed signature", "sha1=zz"],
    ["a wrong signature", sign("something else")],
    ["another workspace's signature", sign(JSON.stringify(notification()), "another")],
  ])("answers 401 to %s and keeps nothing", async (_, signature) => {
    expect(await send(JSON.stringify(notification()), signature)).toBe(401);
    expect(kept()).toEqual([]);
  });

  it.each([
    ["not JSON", "{", 400],
    ["no notification", "{}", 422],
    ["an array", "[]", 422],
    ["too deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, 413],
    ["too many values", JSON.stringify(Array.from({ length: 20_001 }, () => 0)), 413],
    ["too large", JSON.stringify("x".repeat(1_100_000)), 413],
  ])("answers 4xx to a signed body that is %s, and keeps nothing", async (_, body, status) => {
    expect(await send(body)).toBe(status);
    expect(kept()).toEqual([]);
  });

  it("refuses with 503 what still comes in a turn that takes too long, tells so once, and goes on afterwards", async () => {
    const bodies = ["n1", "n2", "n3"].map((id) => JSON.stringify(notification({ id, topic: "conversation.read" })));
    // Each look at the clock is half of a turn later; what one connection sends at once is looked at in one turn.
    clockStep = 50;
    expect(await sendAtOnce(bodies)).toEqual([200, 200, 503]);
    expect(troubles).toHaveLength(1);
    clockStep = 0;
    for (const body of bodies) expect(await send(body)).toBe(200);
    expect(eventStore(db).count()).toBe(3);
  });

  it("does not wait for the turn to end where much has come in it", async () => {
    let answered = 0;
    const keep = groupCommit(db, (_item: number) => null);
    const all = Array.from({ length: 40 }, (_, item) => keep(item).then(() => (answered += 1)));
    await Promise.resolve().then(() => undefined);
    expect(answered).toBe(32);
    await Promise.all(all);
  });

  it("answers 503 while it cannot keep anything, and goes on afterwards", async () => {
    broken = new Error("disk full");
    expect(await send(JSON.stringify(notification()))).toBe(503);
    expect(troubles).toEqual([broken]);
    broken = null;
    expect(await send(JSON.stringify(notification()))).toBe(200);
    expect(kept()).toHaveLength(1);
  });
});
