import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCallService } from "#server/connections/callService.ts";
import { createEmbeddedDriver, type Driver } from "#server/driver/embedded.ts";
import { createPerform } from "#server/effects/perform.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { type RunStore, runStore } from "#server/store/runs.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { type Call, type Mischief, startStandIn } from "../support/standIn.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

let db: Database;
let runs: RunStore;
let driver: Driver | null;
let undo: (() => Promise<unknown>)[];

beforeEach(() => {
  db = openDatabase(":memory:");
  runs = runStore(db);
  db.exec(`insert into workflows (id, name, draft, saved_at, created_at) values ('w', 'W', '{}', 0, 0);
    insert into versions values ('message', 'w', 1, '{}', 0, ''), ('note', 'w', 2, '{}', 0, '');`);
  undo = [];
});

afterEach(async () => {
  for (const step of undo.toReversed()) await step();
  db.close();
});

/** A message outside any conversation, then a note: of the first Intercom tells nothing but that the customer was contacted. */
const messageAndNote = compile(
  drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      message: ["intercom.sendMessage", { message: ["Welcome back"] }],
      note: ["intercom.addNote", { note: ["Written to"] }],
    },
    ["start.next>message", "message.next>note"],
  ),
  registry,
);
const noteAlone = compile(
  drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      note: ["intercom.addNote", { note: ["The same words"] }],
    },
    ["start.next>note"],
  ),
  registry,
);

function addRun(id: string, cell: string, version: "message" | "note"): string {
  const start = { event: firstMessage("hello"), trigger: "start", actor: "99", startedAt: Date.now() };
  runs.add({ id, cell, version, workflow: "w", start });
  return id;
}

async function drive(mischief?: (call: Call, done: readonly Call[]) => Mischief) {
  const service = await startStandIn(mischief);
  const { call, close } = createCallService();
  driver = createEmbeddedDriver({
    runs,
    commit: groupCommit(db, (work) => work()),
    perform: createPerform(call, () => ({ baseUrl: service.url, accessToken: "t" })),
    compiled: (version) => (version === "note" ? noteAlone : messageAndNote),
    now: Date.now,
    heardSince: () => [],
    doOwn: () => ({ ok: true, at: 0, answer: null }),
    newestVersion: () => null,
    quietMs: 50,
    onTrouble: (error) => {
      throw error;
    },
  });
  undo.push(service.stop, close, driver.stop);
  driver.start();
  return service;
}

const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: 15_000, interval: 10 });
const parked = (id: string) => until(() => runs.listed(id)?.parked === 1);
const ended = (id: string) => until(() => runs.statusOf(id) !== "going");
/** Before it is written to, the customer is read. */
const messageSeq = 1;
const paths = (done: readonly Call[]) => done.map(({ path }) => path);

/** The first message's answer is lost, after or before it was done. */
function firstMessageIs(mischief: Mischief) {
  let left = 1;
  return ({ path }: Call) => (path === "/messages" && left-- > 0 ? mischief : null);
}

describe("an effect of which nobody can tell whether it happened", () => {
  it("waits for a person, sends nothing meanwhile, and lets later runs pass", async () => {
    const service = await drive(firstMessageIs("drop-after"));
    const id = addRun("first", "one", "message");
    driver?.nudge();
    await parked(id);
    const later = addRun("later", "one", "note");
    driver?.nudge();
    await ended(later);
    expect(runs.statusOf(id)).toBe("going");
    expect(paths(service.done)).toEqual(["/messages", "/conversations/901/reply"]);
    expect(runs.list({ status: "parked", limit: 5 }).map((run) => run.id)).toEqual([id]);
    expect(runs.list({ status: "waiting", limit: 5 })).toEqual([]);
  });

  it("is taken as done where a person says that it happened", async () => {
    const service = await drive(firstMessageIs("drop-after"));
    const id = addRun("first", "one", "message");
    driver?.nudge();
    await parked(id);
    expect(runs.decide(id, messageSeq, true, Date.now())).toBe(true);
    driver?.nudge();
    await ended(id);
    expect([runs.statusOf(id), runs.listed(id)?.parked]).toEqual(["done", 0]);
    expect(paths(service.done)).toEqual(["/messages", "/conversations/901/reply"]);
  });

  it("is sent where a person says that it did not happen, however often it was tried", async () => {
    const service = await drive(firstMessageIs("drop-after"));
    const id = addRun("first", "one", "message");
    driver?.nudge();
    await parked(id);
    expect(runs.decide(id, messageSeq, false, Date.now())).toBe(true);
    // Whoever decides second decides nothing.
    expect(runs.decide(id, messageSeq, true, Date.now())).toBe(false);
    driver?.nudge();
    await ended(id);
    expect(runs.statusOf(id)).toBe("done");
    expect(paths(service.done)).toEqual(["/messages", "/messages", "/conversations/901/reply"]);
  });

  it("stays so over a restart", async () => {
    await drive(firstMessageIs("drop-after"));
    const id = addRun("first", "one", "message");
    driver?.nudge();
    await parked(id);
    await driver?.stop();
    const second = await drive();
    const other = addRun("other", "two", "note");
    driver?.nudge();
    await ended(other);
    expect(runs.listed(id)).toMatchObject({ status: "going", parked: 1 });
    expect(paths(second.done)).toEqual(["/conversations/901/reply"]);
  });

  it("does not ask where the look shows that it did not happen", async () => {
    const service = await drive(firstMessageIs("drop-before"));
    const id = addRun("first", "one", "message");
    driver?.nudge();
    await ended(id);
    expect(runs.statusOf(id)).toBe("done");
    expect(paths(service.done)).toEqual(["/messages", "/conversations/901/reply"]);
  });

  it("asks a person where we are not let look", async () => {
    const service = await drive(({ method }, done) => {
      if (method === "GET") return { status: 403 };
      return done.length === 0 ? "drop-after" : null;
    });
    const id = addRun("first", "one", "note");
    driver?.nudge();
    await parked(id);
    expect([runs.statusOf(id), service.done.length]).toEqual(["going", 1]);
  });
});

describe("what stands in Intercom because of one effect", () => {
  it("is not taken for another's with the same words in the same seconds", async () => {
    // Of two that write the same at the same time, one gets through, and the other gets no answer and does nothing.
    let posts = 0;
    const service = await drive(({ method }) => {
      if (method !== "POST") return null;
      posts += 1;
      return posts === 1 ? "drop-before" : null;
    });
    const both = [addRun("a", "one", "note"), addRun("b", "two", "note")];
    driver?.nudge();
    for (const id of both) await ended(id);
    expect(both.map((id) => runs.statusOf(id))).toEqual(["done", "done"]);
    expect(service.done).toHaveLength(2);
  });

  it("is found by each of two whose answers were both lost", async () => {
    let posts = 0;
    const service = await drive(({ method }) => {
      if (method !== "POST") return null;
      posts += 1;
      return posts <= 2 ? "drop-after" : null;
    });
    const both = [addRun("a", "one", "note"), addRun("b", "two", "note")];
    driver?.nudge();
    for (const id of both) await ended(id);
    expect(service.done).toHaveLength(2);
  });
});

it("takes what was asked to come back later as not done: 503 with Retry-After is sent again without a look", async () => {
  let posts = 0;
  let reads = 0;
  const service = await drive(({ method }) => {
    if (method === "GET") reads += 1;
    else posts += 1;
    return posts === 1 ? { status: 503, retryAfter: 1 } : null;
  });
  const id = addRun("a", "one", "note");
  driver?.nudge();
  await ended(id);
  expect([service.done.length, reads, runs.statusOf(id)]).toEqual([1, 0, "done"]);
});
