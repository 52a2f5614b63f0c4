import { createHmac, timingSafeEqual } from "node:crypto";
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { Agent, request } from "undici";
import { clientSecret } from "./notification.ts";

/**
 * What the product is measured against: the server somebody would write by hand for one flow, and write well. It verifies the
 * signature over the raw bytes, keeps each event with `synchronous = FULL` and one commit for what arrives together, answers, and
 * then calls the service over kept connections. `node bareProcess.ts FOLDER FLOW CALLS API JOURNAL`: FLOW `none` only takes
 * events in; `calls` also decides and makes CALLS calls. JOURNAL `yes` keeps, as the product does, that a call is about to be
 * made and what came of it, each synced before it goes on, so that a crash loses and doubles nothing; `no` forgets on a crash.
 */
const [, , folder = "", flow = "none", calls = "2", api = "", journal = "no"] = process.argv;
const callCount = Number(calls);
const journals = journal === "yes";

const db = new Sqlite(join(folder, "bare.sqlite"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`
  create table if not exists events (row integer primary key, id text not null unique, topic text not null, subject text not null,
    received_at integer not null, body text not null) strict;
  create table if not exists log (event text not null, seq integer not null, intended_at integer not null, outcome text,
    primary key (event, seq)) strict, without rowid;`);
const keepEvent = db.prepare(
  "insert or ignore into events (id, topic, subject, received_at, body) values (?, ?, ?, ?, ?)",
);
const intend = db.prepare("insert into log (event, seq, intended_at) values (?, ?, ?)");
const settle = db.prepare("update log set outcome = ? where event = ? and seq = ?");

/** Everything that is written in one turn of the event loop is one commit. */
let group: { write(): void; done(): void; failed(error: unknown): void }[] = [];
const commit = db.transaction((items: typeof group) => {
  for (const { write } of items) write();
});
function flush(): void {
  const items = group;
  group = [];
  try {
    commit.immediate(items);
  } catch (error) {
    for (const { failed } of items) failed(error);
    return;
  }
  for (const { done } of items) done();
}
const write = (work: () => void) =>
  new Promise<void>((done, failed) => {
    if (group.push({ write: work, done, failed }) === 1) setImmediate(flush);
  });

const agent = new Agent({ connections: 1_024 });
const headers = {
  authorization: "Bearer token",
  accept: "application/json",
  "content-type": "application/json",
  "intercom-version": "2.16",
};

interface Body {
  id: string;
  topic: string;
  data: { item: { id: string; source: { body: string } } };
}

async function call(event: string, conversation: string, seq: number): Promise<void> {
  if (journals && seq === 0) await write(() => void intend.run(event, seq, Date.now()));
  const first = seq === 0 && callCount === 2;
  const answer = await request(`${api}/conversations/${conversation}/${first ? "parts" : "reply"}`, {
    dispatcher: agent,
    method: "POST",
    headers,
    body: first
      ? JSON.stringify({ message_type: "assignment", type: "team", admin_id: "99", assignee_id: "7" })
      : JSON.stringify({ message_type: "note", type: "admin", admin_id: "99", body: `Step ${seq}` }),
  });
  const words = await answer.body.text();
  if (answer.statusCode >= 300) throw new Error(words);
  const { id } = JSON.parse(words);
  if (!journals) return;
  // The outcome of this one and the intent of the next are one commit.
  await write(() => {
    settle.run(JSON.stringify({ ok: true, id, at: Date.now(), answer: words }), event, seq);
    if (seq + 1 < callCount) intend.run(event, seq + 1, Date.now());
  });
}

async function act({ id, data }: Body): Promise<void> {
  if (!/refund/i.test(data.item.source.body)) return;
  for (let seq = 0; seq < callCount; seq += 1) await call(id, data.item.id, seq);
}

const server = createServer((incoming, response) => {
  const chunks: Buffer[] = [];
  incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
  incoming.on("end", () => {
    const raw = Buffer.concat(chunks);
    const given = Buffer.from(String(incoming.headers["x-hub-signature"] ?? "").slice("sha1=".length), "hex");
    const right = createHmac("sha1", clientSecret).update(raw).digest();
    if (given.length !== right.length || !timingSafeEqual(given, right)) return void response.writeHead(401).end();
    const words = raw.toString("utf8");
    const body: Body = JSON.parse(words);
    write(() => void keepEvent.run(body.id, body.topic, body.data.item.id, Date.now(), words)).then(
      () => {
        response.writeHead(200, { "content-length": 2 }).end("OK");
        if (flow === "calls") act(body).catch((error: unknown) => appendFileSync(2, `${String(error)}\n`));
      },
      () => response.writeHead(503).end(),
    );
  });
});
server.listen(0, "127.0.0.1", 4_096, () => {
  process.stdout.write(`Bare is at ${(server.address() as AddressInfo).port}\n`);
});
