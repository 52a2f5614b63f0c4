import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPractice, type Practice } from "#server/practice/createPractice.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { runStore } from "#server/store/runs.ts";
import { routes } from "#shared/api/routes.ts";
import { type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";
import { contactItem } from "../support/notification.ts";

let db: Database;
let intercom: Practice;
let program: Program;
let undo: (() => Promise<unknown> | void)[];

beforeEach(() => {
  db = openDatabase(":memory:");
  intercom = createPractice({ db, now: Date.now, onTrouble: () => undefined });
  undo = [() => void db.close(), intercom.close];
});
afterEach(async () => {
  for (const step of undo.toReversed()) await step();
});

/** Stands before Intercom and never answers the first note of each conversation; that of the first it hands on all the same. */
async function hanging(target: string): Promise<{ url: string; hung: string[] }> {
  const hung: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const pass = () =>
      fetch(`${target}${request.url}`, {
        method: request.method ?? "GET",
        headers: { authorization: request.headers.authorization ?? "", "content-type": "application/json" },
        ...(body === "" ? {} : { body }),
      });
    const path = request.url ?? "";
    if (body.includes('"note"') && !hung.includes(path)) {
      hung.push(path);
      if (hung.length === 1) await pass();
      return;
    }
    const passed = await pass();
    response.writeHead(passed.status, { "content-type": "application/json" }).end(await passed.text());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  undo.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hung };
}

/** The program, connected to a practice workspace in this process that hangs. */
async function start(): Promise<{ hung: string[] }> {
  const first = await startProgram();
  undo.push(first.remove);
  const { url, hung } = await hanging(await intercom.listen(`${first.url}/webhooks/intercom`));
  await first.stop();
  program = await first.again({
    INTERCOM_API_URL: url,
    INTERCOM_ACCESS_TOKEN: intercom.accessToken,
    INTERCOM_CLIENT_SECRET: intercom.clientSecret,
    // Longer than the server waits for a call when it is told to stop.
    INTERCOM_TIMEOUT_SECONDS: "12",
  });
  undo.push(() => program.remove());
  return { hung };
}

/** Sends signed events one after another until the server is gone; gives how each was answered, null where it was not. */
async function send(sender: number, answers: Map<string, number | null>): Promise<void> {
  for (let count = 0; ; count += 1) {
    const id = `notif_${sender}_${count}`;
    const body = JSON.stringify({
      type: "notification_event",
      id,
      topic: "contact.user.created",
      app_id: intercom.appId,
      created_at: Math.floor(Date.now() / 1000),
      data: { type: "notification_event_data", item: contactItem({ id }) },
    });
    const signature = `sha1=${createHmac("sha1", intercom.clientSecret).update(body).digest("hex")}`;
    try {
      const answer = await fetch(`${program.url}/webhooks/intercom`, {
        method: "POST",
        body,
        headers: { "x-hub-signature": signature, connection: "close" },
      });
      answers.set(id, answer.status);
      await answer.text();
    } catch {
      answers.set(id, null);
      return;
    }
  }
}

function keptEvents(): Set<unknown> {
  const file = new Sqlite(join(program.folder, "switchboard.sqlite"), { readonly: true });
  const ids = file.prepare("select id from events").pluck().all();
  file.close();
  return new Set(ids);
}

const notesIn = (conversation: string) =>
  intercom.conversation(conversation)?.parts.filter(({ kind }) => kind === "note").length;

describe("a server that is told to stop", () => {
  it("ends with 0 in 10 s while calls hang, keeps every event it said it kept, and does what hung once", async () => {
    const { hung } = await start();
    const document = drawing(
      { start: ["intercom.conversationStarted", { channel: "any" }], note: ["intercom.addNote", { note: ["Seen"] }] },
      ["start.next>note"],
    );
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Note", document } });
    await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
    await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
    const customer = intercom.contacts()[0]?.id ?? "";
    const conversations = [1, 2].map((word) => intercom.start(customer, `Hello ${word}`)?.id ?? "");
    await vi.waitUntil(() => hung.length === 2, { timeout: 10_000, interval: 20 });

    const answers = new Map<string, number | null>();
    const senders = Promise.all([1, 2, 3, 4].map((sender) => send(sender, answers)));
    const answered = (status: number | null) => [...answers].filter(([, given]) => given === status);
    await vi.waitUntil(() => answered(200).length > 50, { timeout: 10_000, interval: 5 });
    // The one limit by the clock: it is what is promised to whoever would kill the process then.
    const tooLong = new Promise<string>((late) => setTimeout(() => late("more than 10 s"), 10_000));
    const stopped = program.stop();
    await vi.waitUntil(async () => (await fetch(`${program.url}/ready`)).status === 503, { timeout: 5_000 });
    expect(await Promise.race([stopped, tooLong])).toBe(0);
    await senders;

    const kept = keptEvents();
    expect(answered(200).filter(([event]) => !kept.has(event))).toEqual([]);
    expect(answered(503).length).toBeGreaterThan(0);
    expect([...answers.values()].filter((status) => ![200, 503, null].includes(status))).toEqual([]);

    const file = openDatabase(join(program.folder, "switchboard.sqlite"));
    const runs = runStore(file);
    const going = runs.list({ limit: 10 });
    expect(going.map(({ status }) => status)).toEqual(["going", "going"]);
    for (const run of going)
      expect(runs.log.of(run.id)).toMatchObject([{ node: "note", sentAt: expect.any(Number), outcome: null }]);
    file.close();
    expect(new Set(conversations.map(notesIn))).toEqual(new Set([0, 1]));

    program = await program.again();
    await vi.waitUntil(
      async () =>
        (await program.call(routes.listRuns, { query: { status: "done" } })).runs.length === conversations.length,
      { timeout: 25_000, interval: 100 },
    );
    expect(conversations.map(notesIn)).toEqual([1, 1]);
  }, 60_000);

  it("ends with 0 under a stream of events, and has kept every one that it answered with 200", async () => {
    await start();
    const answers = new Map<string, number | null>();
    const senders = Promise.all([1, 2, 3, 4, 5, 6].map((sender) => send(sender, answers)));
    await vi.waitUntil(() => answers.size > 100, { timeout: 10_000, interval: 5 });
    expect(await program.stop()).toBe(0);
    await senders;
    const kept = keptEvents();
    const lost = [...answers].filter(([event, status]) => status === 200 && !kept.has(event));
    expect(lost).toEqual([]);
    expect([...answers.values()].filter((status) => ![200, 503, null].includes(status))).toEqual([]);
  }, 40_000);
});
