import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEmbeddedDriver, type Driver } from "#server/driver/embedded.ts";
import { createCallService } from "#server/connections/callService.ts";
import { createPerform } from "#server/effects/perform.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { type RunStore, runStore } from "#server/store/runs.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { type Mischief, startStandIn } from "../support/standIn.ts";
import { assignAndNote, firstMessage } from "../support/workflowBuilder.ts";

let folder: string;
let db: Database;
let runs: RunStore;
let undo: (() => Promise<unknown>)[];

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

function addRun(conversation: string, words = "hello"): string {
  const event = firstMessage(words, { id: conversation });
  const id = `run-${conversation}-${words}`;
  const start = { event, trigger: "start", actor: "99", startedAt: Date.now() };
  runs.add({ id, cell: `conversation:${conversation}`, version: "v", workflow: "w", start });
  return id;
}

async function standIn(mischief?: Parameters<typeof startStandIn>[0]) {
  const service = await startStandIn(mischief);
  undo.push(service.stop);
  return service;
}

function drive(baseUrl: string): Driver {
  const { call, close } = createCallService();
  const perform = createPerform(call, () => ({ baseUrl, accessToken: "t" }));
  const compiled = compile(assignAndNote, registry);
  const driver = createEmbeddedDriver({
    runs,
    perform,
    compiled: () => compiled,
    now: Date.now,
    heardSince: () => [],
    doOwn: () => ({ ok: true, at: 0, answer: null }),
    commit: groupCommit(db, (work) => work()),
    newestVersion: () => null,
    quietMs: 50,
    onTrouble: (error) => {
      throw error;
    },
  });
  undo.push(close, driver.stop);
  driver.start();
  return driver;
}

const ended = (id: string) => vi.waitUntil(() => runs.get(id)?.status !== "going", { timeout: 15_000, interval: 10 });

/** The stand-in misbehaves at the first note only. */
const firstNote = (mischief: Mischief) => {
  let left = 1;
  return ({ body }: { body: Record<string, unknown> }) =>
    body["message_type"] === "note" && left-- > 0 ? mischief : null;
};

describe("the embedded driver", () => {
  it("performs each effect once, in order, and ends the run", async () => {
    const service = await standIn();
    const id = addRun("901");
    drive(service.url);
    await ended(id);
    expect(runs.get(id)?.status).toBe("done");
    expect(service.done.map(({ body }) => body["message_type"])).toEqual(["assignment", "note"]);
    expect(runs.log.of(id).every(({ outcome }) => outcome?.ok)).toBe(true);
  });

  it("advances the runs of one conversation one after the other", async () => {
    const service = await standIn();
    const ids = ["a", "b", "c"].map((words) => addRun("901", words));
    drive(service.url);
    for (const id of ids) await ended(id);
    const written = (words: string) => [undefined, `<p>Routed: ${words}</p>`];
    expect(service.done.map(({ body }) => body["body"])).toEqual([...written("a"), ...written("b"), ...written("c")]);
  });

  it("lets no later run of a conversation pass one that has to try again", async () => {
    const service = await standIn(firstNote({ status: 429, retryAfter: 1 }));
    const ids = ["a", "b"].map((words) => addRun("901", words));
    drive(service.url);
    for (const id of ids) await ended(id);
    const notes = service.done.flatMap(({ body }) => body["body"] ?? []);
    expect(notes).toEqual(["<p>Routed: a</p>", "<p>Routed: b</p>"]);
  });

  it("leaves a sleeping run its time, across a restart, while other runs of the conversation go on", async () => {
    const service = await standIn();
    const sleeper = addRun("901", "sleeper");
    runs.rest(sleeper, Date.now() + 1_000, true);
    const other = addRun("901", "other");
    const first = drive(service.url);
    await ended(other);
    await first.stop();
    expect(runs.get(sleeper)?.status).toBe("going");
    drive(service.url);
    await ended(sleeper);
    expect(service.done).toHaveLength(4);
  });

  it.each<[string, Mischief]>([
    ["was told to come back later", { status: 429, retryAfter: 1 }],
    ["got no answer, and nothing was done", "drop-before"],
    ["got no answer, though it was done", "drop-after"],
    ["got an error of the service's own, and nothing was done", { status: 502 }],
  ])("does an effect exactly once where it %s", async (_, mischief) => {
    const service = await standIn(firstNote(mischief));
    const id = addRun("901");
    drive(service.url);
    await ended(id);
    expect(runs.get(id)?.status).toBe("done");
    expect(service.done.map(({ body }) => body["message_type"])).toEqual(["assignment", "note"]);
  });

  it("fails with Intercom's own words where the request is refused, and does not try again", async () => {
    const errors = [{ code: "not_found", message: "Conversation not found" }];
    let asked = 0;
    const service = await standIn(() => ({ status: 404, body: { type: "error.list", errors, asked: (asked += 1) } }));
    const id = addRun("901");
    drive(service.url);
    await ended(id);
    expect(runs.get(id)?.status).toBe("failed");
    expect(runs.log.of(id)).toMatchObject([
      { outcome: { ok: false, error: { status: 404, detail: "Conversation not found" } } },
    ]);
    expect(asked).toBe(1);
  });
});
