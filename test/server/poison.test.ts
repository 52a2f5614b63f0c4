import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createEmbeddedDriver } from "#server/driver/embedded.ts";
import { crashStore } from "#server/store/crashes.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { eventStore } from "#server/store/events.ts";
import { openHandling } from "#server/store/handling.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { type RunStore, runStore } from "#server/store/runs.ts";
import { routes } from "#shared/api/routes.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { startProgram } from "../support/program.ts";
import { startStandIn } from "../support/standIn.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

let folder: string;
let db: Database;
let runs: RunStore;
let undo: (() => Promise<unknown> | void)[];

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

function addRun(conversation: string, version = "v", words = "hello"): string {
  const event = firstMessage(words, { id: conversation });
  const id = `run-${conversation}-${words}`;
  const start = { event, trigger: "start", actor: "99", startedAt: Date.now() };
  runs.add({ id, cell: `conversation:${conversation}`, version, workflow: "w", start });
  return id;
}

/** Starts the process; gives what it said and how it ended, or that it is up. */
async function startProcess(url: string, events: string[] = []): Promise<{ said: string; child: ChildProcess }> {
  const script = join(import.meta.dirname, "../support/poisonProcess.ts");
  const child = spawn(process.execPath, [script, folder, url, ...events], { stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  child.stdout.on("data", (chunk) => (said += String(chunk)));
  undo.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  await vi.waitUntil(() => said.includes("up\n") || child.signalCode !== null, { timeout: 20_000, interval: 10 });
  return { said, child };
}

describe("what kills the server", () => {
  it("is set aside after the third time where it is a run, and the others are done, each effect once", async () => {
    const service = await startStandIn();
    undo.push(service.stop);
    const before = addRun("901");
    const poison = addRun("902", "poison");
    const behind = addRun("902", "v", "behind");
    const after = addRun("903");
    for (let crashes = 1; crashes <= 3; crashes += 1) {
      const { child } = await startProcess(service.url);
      await vi.waitUntil(() => child.signalCode !== null, { timeout: 10_000, interval: 10 });
      expect([crashes, child.signalCode]).toEqual([crashes, "SIGABRT"]);
    }
    expect(runs.get(poison)?.status).toBe("going");
    const { child } = await startProcess(service.url);
    const good = [before, behind, after];
    await vi.waitUntil(() => good.every((id) => runs.get(id)?.status === "done"), { timeout: 20_000, interval: 20 });
    expect(child.signalCode).toBeNull();
    expect(db.prepare("select status, reason from runs where id = ?").get(poison)).toEqual({
      status: "failed",
      reason: expect.stringContaining("stopped the server three times"),
    });
    const effects = service.done.map(({ path, body }) => `${path} ${String(body["message_type"])}`);
    expect(effects.toSorted()).toEqual(
      [901, 902, 903].flatMap((id) => [`/conversations/${id}/parts assignment`, `/conversations/${id}/reply note`]),
    );
  }, 60_000);

  it("is kept without being looked at where it is an event, and what comes after it is kept as ever", async () => {
    const sent = ["a", "poison", "b"];
    for (let crashes = 1; crashes <= 3; crashes += 1) {
      const { said, child } = await startProcess("http://127.0.0.1:1", sent);
      expect([said, child.signalCode]).toEqual(["kept a\n", "SIGABRT"]);
    }
    const { said } = await startProcess("http://127.0.0.1:1", sent);
    expect(said).toBe("kept a\nkept poison\nkept b\nup\n");
    const kept = eventStore(db).newest(10);
    expect(kept.map(({ id, parked }) => [id, parked])).toEqual([
      ["b", false],
      ["poison", true],
      ["a", false],
    ]);
  }, 60_000);

  it("is nobody where the process is killed from outside while a run waits for an answer", async () => {
    let asked = 0;
    const server = createServer(() => (asked += 1));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    undo.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const id = addRun("901");
    for (let kills = 1; kills <= 4; kills += 1) {
      const { child } = await startProcess(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
      await vi.waitUntil(() => asked === kills, { timeout: 20_000, interval: 10 });
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    expect(crashStore(db).often(1)).toEqual([]);
    expect(runs.get(id)?.status).toBe("going");
  }, 60_000);

  it("is noted while it is at work, also where that is named by many bytes or ends in an error", () => {
    const left = () => {
      const { left: name, close } = openHandling(folder);
      close();
      return name;
    };
    expect(left()).toBeNull();
    const handling = openHandling(folder);
    undo.push(handling.close);
    // Another handle on the same file reads it as the next process would, and clears it as that would.
    expect(handling.during("run ñandú", left)).toBe("run ñandú");
    expect(handling.during("x".repeat(5_000), left)).toBeNull();
    expect(() =>
      handling.during("run a", () => {
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(left()).toBeNull();
  });

  it("is set aside by the whole program, which then says so and goes on", async () => {
    const preload = join(import.meta.dirname, "../support/diesOfPoison.ts");
    const program = await startProgram({ NODE_OPTIONS: `--import ${preload}` });
    undo.push(program.remove);
    const document = drawing(
      {
        start: ["intercom.conversationStarted", { channel: "any" }],
        note: ["intercom.addNote", { note: ["Said: ", { ref: "message.text" }] }],
        close: ["intercom.close", {}],
      },
      ["start.next>note", "note.next>close"],
    );
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Note", document } });
    await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
    await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
    const { contacts } = await program.call(routes.listPracticeContacts, {});
    const write = (to: typeof program, body: string) =>
      to.call(routes.startPracticeConversation, { body: { contactId: contacts[0]?.id ?? "", body } });
    await write(program, "a poison pill").catch(() => undefined);
    const isDead = () =>
      fetch(`${program.url}/health`).then(
        () => false,
        () => true,
      );
    await vi.waitUntil(isDead, { timeout: 20_000 });
    for (let starts = 2; starts <= 3; starts += 1) {
      await program.again().catch(() => undefined);
      await vi.waitUntil(isDead, { timeout: 20_000 });
    }

    const up = await program.again();
    undo.push(up.remove);
    await write(up, "hello");
    const done = async () => (await up.call(routes.listRuns, { query: { status: "done" } })).runs;
    await vi.waitUntil(async () => (await done()).length === 1, { timeout: 10_000, interval: 50 });
    const { runs: failed } = await up.call(routes.listRuns, { query: { status: "failed" } });
    expect(failed).toMatchObject([{ reason: { es: expect.stringContaining("Detuvo el servidor tres veces") } }]);
    // Looking at it is harmless.
    const shown = await up.call(routes.getRun, { params: { id: failed[0]?.id ?? "" } });
    expect([shown.steps, shown.reason?.en]).toEqual([[], expect.stringContaining("set aside")]);
    const { faults } = await up.call(routes.getServerStatus, {});
    expect(faults.map(({ code }) => code)).toEqual(["crash"]);
  }, 90_000);
});

it("a run that goes round and round is stopped with words, and the runs behind it go on", async () => {
  const nodes: Parameters<typeof drawing>[0] = { start: ["intercom.conversationStarted", { channel: "any" }] };
  const lines = ["start.next>l1"];
  for (const depth of [1, 2, 3]) {
    nodes[`l${depth}`] = ["logic.repeatUntil", { until: { match: "any", rules: [] }, most: 100 }];
    if (depth > 1) lines.push(`l${depth - 1}.again>l${depth}`);
  }
  const round = compile(drawing(nodes, lines), registry);
  const plain = compile(drawing({ start: nodes["start"] ?? ["", {}] }, []), registry);
  const [endless, behind] = [addRun("901", "round"), addRun("901", "v", "behind")];
  const driver = createEmbeddedDriver({
    runs,
    perform: () => Promise.reject(new Error("nothing is to be sent")),
    compiled: (version) => (version === "round" ? round : plain),
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
  undo.push(driver.stop);
  driver.start();
  await vi.waitUntil(() => runs.get(behind)?.status === "done", { timeout: 20_000, interval: 20 });
  expect(db.prepare("select status, reason from runs where id = ?").get(endless)).toEqual({
    status: "failed",
    reason: expect.stringContaining("more than 10,000 steps"),
  });
});
