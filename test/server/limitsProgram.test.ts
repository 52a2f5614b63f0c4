import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPractice, type Practice } from "#server/practice/createPractice.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { runStore } from "#server/store/runs.ts";
import { stopRunsStore } from "#server/store/stopRuns.ts";
import { routes } from "#shared/api/routes.ts";
import { text } from "#shared/language/text.ts";
import { type Program, startProgram } from "../support/program.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

let program: Program;
afterEach(() => program.remove());

const soon = { timeout: 15_000, interval: 20 };
const operation = () => program.call(routes.getOperation, {});

async function publish(nodes: Parameters<typeof drawing>[0], lines: string[]): Promise<string> {
  const document = drawing({ start: ["intercom.conversationStarted", { channel: "any" }], ...nodes }, lines);
  const { id } = await program.call(routes.createWorkflow, { body: { name: "Note", document } });
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
  return id;
}

const note = ["intercom.addNote", { note: ["Seen"] }] satisfies [string, object];
const noteAtOnce = () => publish({ note }, ["start.next>note"]);
const noteAfterAnHour = () =>
  publish({ wait: ["logic.delay", { for: { amount: 1, unit: "hours" } }], note }, [
    "start.next>wait",
    "wait.next>note",
  ]);

async function write(words: string): Promise<string> {
  const { contacts } = await program.call(routes.listPracticeContacts, {});
  const body = { contactId: contacts[0]?.id ?? "", body: words };
  return (await program.call(routes.startPracticeConversation, { body })).id;
}

const notes = async (conversation: string) =>
  (await program.call(routes.getPracticeConversation, { params: { id: conversation } })).parts.filter(
    ({ kind }) => kind === "note",
  ).length;

describe("everything stopped", () => {
  it(
    "takes events in, sends nothing, over a restart too, until it is told to carry on",
    { timeout: 40_000 },
    async () => {
      program = await startProgram();
      await noteAtOnce();
      expect(await program.call(routes.stopEverything, {})).toMatchObject({ stopped: { by: "API key" }, held: null });
      const conversation = await write("Hello?");
      await vi.waitUntil(async () => (await operation()).runs === 1, soon);
      await program.stop();
      program = await program.again();
      expect(await operation()).toMatchObject({ runs: 1, heldUp: 1, stopped: { by: "API key" } });
      expect(await notes(conversation)).toBe(0);
      expect(await program.call(routes.carryOn, {})).toMatchObject({ stopped: null });
      await vi.waitUntil(async () => (await notes(conversation)) === 1, soon);
      await vi.waitUntil(async () => (await operation()).runs === 0, soon);
    },
  );
});

describe("a workflow that is turned off", () => {
  it("starts nothing more and lets what is under way finish, or has it stopped", { timeout: 40_000 }, async () => {
    program = await startProgram();
    const id = await noteAfterAnHour();
    const params = { id };
    for (const words of ["One", "Two", "Three"]) await write(words);
    await vi.waitUntil(async () => (await operation()).runs === 3, soon);
    expect(await program.call(routes.setMode, { params, body: { mode: "off" } })).toEqual({
      mode: "off",
      percent: 10,
      underWay: 3,
    });
    await write("Four");
    await vi.waitUntil(async () => {
      const { events } = await program.call(routes.listEvents, { query: { limit: 5 } });
      return events.filter(({ topic }) => topic === "conversation.user.created").length === 4;
    }, soon);
    expect((await operation()).runs).toBe(3);
    expect(await program.call(routes.stopRuns, { params })).toEqual({ runs: 3 });
    await vi.waitUntil(async () => (await operation()).runs === 0, soon);
    const { runs } = await program.call(routes.listRuns, { query: { workflow: id } });
    expect(runs.map(({ status, reason }) => [status, reason?.en])).toEqual(
      Array.from({ length: 3 }, () => ["stopped", "Stopped when the workflow was turned off."]),
    );
    expect(await program.call(routes.stopRuns, { params })).toEqual({ runs: 0 });
    expect((await program.ask(routes.stopRuns, { params: { id: "nobody" } })).status).toBe(404);
  });

  it("has the rest stopped after a restart, and no run that began later", () => {
    const db = openDatabase(":memory:");
    db.exec("insert into workflows (id, name, draft, saved_at, created_at) values ('w', 'W', '{}', 0, 0)");
    const runs = runStore(db);
    const add = (id: string, workflow = "w") => {
      const start = { event: firstMessage("hello"), trigger: "start", actor: "9", startedAt: 0 };
      runs.add({ id, cell: id, version: "w.1", workflow, start });
    };
    for (const id of ["a", "b", "c"]) add(id);
    add("other", "v");
    const why = text("Stopped.", "Detenida.");
    const before = stopRunsStore(db, runs);
    before.begin("w");
    add("later");
    expect(before.step(2, 1, why)).toEqual({ workflow: "w", runs: ["a", "b"] });
    const after = stopRunsStore(db, runStore(db));
    expect(after.step(2, 1, why)).toEqual({ workflow: "w", runs: ["c"] });
    expect(after.step(2, 1, why)).toBeNull();
    expect(["a", "b", "c", "later", "other"].filter((id) => runs.isGoing(id))).toEqual(["later", "other"]);
    db.close();
    program = { remove: async () => undefined } as Program;
  });
});

describe("a server whose Intercom does not answer", () => {
  let db: Database;
  let intercom: Practice;
  beforeEach(() => {
    db = openDatabase(":memory:");
    intercom = createPractice({
      db,
      now: Date.now,
      onTrouble(error) {
        throw error;
      },
    });
  });
  afterEach(async () => {
    await intercom.close();
    db.close();
  });

  it("says how many runs wait, since when and why", { timeout: 40_000 }, async () => {
    const first = await startProgram();
    const apiUrl = await intercom.listen(`${first.url}/webhooks/intercom`);
    await first.stop();
    program = await first.again({
      INTERCOM_API_URL: apiUrl,
      INTERCOM_ACCESS_TOKEN: intercom.accessToken,
      INTERCOM_CLIENT_SECRET: intercom.clientSecret,
    });
    await noteAtOnce();
    await program.call(routes.stopEverything, {});
    for (const words of ["One", "Two"]) intercom.start(intercom.contacts()[0]?.id ?? "", words);
    await vi.waitUntil(async () => (await operation()).runs === 2, soon);
    await intercom.close();
    for (let tries = 0; tries < 5; tries += 1) expect((await program.ask(routes.refreshLists, {})).status).toBe(422);
    const { held, heldUp } = await program.call(routes.carryOn, {});
    expect(heldUp).toBe(2);
    expect(held).toMatchObject({ why: "away" });
    // It is not asked of a service that is away, and the answer is there at once.
    expect((await program.ask(routes.refreshLists, {})).body).toMatchObject({
      what: { en: "Intercom does not answer." },
    });
    expect((await program.call(routes.askIntercom, {})).held).toEqual(held);
    const { runs } = await program.call(routes.listRuns, { query: {} });
    expect(runs.map(({ status }) => status)).toEqual(["running", "running"]);
  });
});
