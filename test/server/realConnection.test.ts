import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPractice, type Practice } from "#server/practice/createPractice.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { routes } from "#shared/api/routes.ts";
import { type Program, startProgram } from "../support/program.ts";
import { assignAndNote } from "../support/workflowBuilder.ts";

/** A practice workspace of its own plays the real Intercom: same API, same signed webhooks, in this process. */
let db: Database;
let intercom: Practice;
let program: Program;
let connection: { accessToken: string; clientSecret: string; region: "eu" };

beforeEach(async () => {
  db = openDatabase(":memory:");
  const onTrouble = (error: unknown) => {
    throw error;
  };
  intercom = createPractice({ db, now: Date.now, onTrouble });
  connection = { accessToken: intercom.accessToken, clientSecret: intercom.clientSecret, region: "eu" };
});

afterEach(async () => {
  await intercom.close();
  await program.remove();
  db.close();
});

/** Starts the program with the stand-in's address; the stand-in delivers to it wherever it restarts. */
async function start(environment: Record<string, string> = {}): Promise<void> {
  // The stand-in's address has to be known before the program starts, the program's before the stand-in delivers.
  const first = await startProgram(environment);
  const apiUrl = await intercom.listen(`${first.url}/webhooks/intercom`);
  await first.stop();
  program = await first.again({ INTERCOM_API_URL: apiUrl });
}

async function publishAndTurnOn(): Promise<string> {
  const { lists } = await program.call(routes.getLists, {});
  const document = structuredClone(assignAndNote);
  for (const node of document.nodes)
    if (node.id === "assign") node.config = { to: { list: "teams", id: lists.teams[0]?.id ?? "" } };
  const { id } = await program.call(routes.createWorkflow, { body: { name: "Route", document } });
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
  return lists.teams[0]?.name ?? "";
}

const customer = () => intercom.contacts()[0]?.id ?? "";
const done = (conversation: string) => {
  const found = intercom.conversation(conversation);
  return {
    team: found?.team ?? null,
    assignments: found?.parts.filter(({ event }) => event === "assignment").length ?? 0,
    notes: found?.parts.filter(({ kind }) => kind === "note").length ?? 0,
  };
};

describe("a real workspace", () => {
  it("is tested, connected with its secrets sealed, run on signed webhooks, and let go again", async () => {
    await start();
    expect((await program.call(routes.getConnection, {})).kind).toBe("practice");
    const wrong = await program.ask(routes.testConnection, { body: { accessToken: "wrong", region: "eu" } });
    expect([wrong.status, wrong.body]).toMatchObject([422, { code: "connection" }]);
    const refused = await program.ask(routes.connect, { body: { ...connection, accessToken: "wrong" } });
    expect(refused.status).toBe(422);
    expect((await program.call(routes.getConnection, {})).kind).toBe("practice");

    const tested = await program.call(routes.testConnection, {
      body: { accessToken: connection.accessToken, region: "eu" },
    });
    expect(tested).toMatchObject({ appId: intercom.appId, missing: [] });
    const connected = await program.call(routes.connect, { body: connection });
    expect(connected).toMatchObject({ kind: "intercom", region: "eu", trouble: null });
    expect(JSON.stringify(connected)).not.toContain(connection.accessToken);
    for (const name of ["switchboard.sqlite", "switchboard.sqlite-wal"]) {
      const file = readFileSync(join(program.folder, name));
      expect(file.includes(connection.accessToken)).toBe(false);
      expect(file.includes(connection.clientSecret)).toBe(false);
    }

    const team = await publishAndTurnOn();
    expect((await program.call(routes.getConnection, {})).topics).toEqual(["conversation.user.created"]);
    const conversation = intercom.start(customer(), "I want a refund")?.id ?? "";
    await vi.waitUntil(() => done(conversation).notes === 1, { timeout: 10_000, interval: 20 });
    expect(done(conversation)).toEqual({ team, assignments: 1, notes: 1 });
    expect((await program.ask(routes.listPracticeContacts, {})).status).toBe(404);

    await program.stop();
    program = await program.again();
    expect((await program.call(routes.getConnection, {})).workspace?.appId).toBe(intercom.appId);
    expect((await program.call(routes.disconnect, {})).kind).toBe("practice");
    const unheard = intercom.start(customer(), "Anybody there?")?.id ?? "";
    await new Promise((later) => setTimeout(later, 300));
    expect(done(unheard)).toEqual({ team: null, assignments: 0, notes: 0 });
  });

  it("has what happened unheard caught up at the next start and on demand, once", { timeout: 30_000 }, async () => {
    await start({
      INTERCOM_ACCESS_TOKEN: connection.accessToken,
      INTERCOM_CLIENT_SECRET: connection.clientSecret,
    });
    await publishAndTurnOn();
    const heard = intercom.start(customer(), "Heard")?.id ?? "";
    await vi.waitUntil(() => done(heard).notes === 1, { timeout: 10_000, interval: 20 });
    await program.stop();
    const unheard = intercom.start(customer(), "Unheard")?.id ?? "";
    db.exec("delete from practice_outbox");
    program = await program.again();
    const missed = async () => (await program.call(routes.getConnection, {})).missed;
    await vi.waitUntil(async () => (await missed()).last !== null, { timeout: 10_000, interval: 20 });
    expect(await missed()).toMatchObject({ looking: false, last: { found: 1 }, trouble: null });
    await vi.waitUntil(() => done(unheard).notes === 1, { timeout: 10_000, interval: 20 });

    const { last } = await missed();
    await program.call(routes.lookForMissed, {});
    await vi.waitUntil(
      async () => {
        const now = await missed();
        return !now.looking && now.last !== null && now.last.at !== last?.at;
      },
      { timeout: 20_000, interval: 20 },
    );
    expect((await missed()).last?.found).toBe(0);
    expect([done(heard), done(unheard)].map(({ assignments, notes }) => [assignments, notes])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it("is connected by the environment alone", async () => {
    await start({ INTERCOM_ACCESS_TOKEN: connection.accessToken, INTERCOM_CLIENT_SECRET: connection.clientSecret });
    const { kind, workspace } = await program.call(routes.getConnection, {});
    expect([kind, workspace?.appId]).toEqual(["intercom", intercom.appId]);
  });

  it(
    "loses no event and does nothing twice while the server is killed over and over",
    { timeout: 120_000 },
    async () => {
      await start({
        INTERCOM_ACCESS_TOKEN: connection.accessToken,
        INTERCOM_CLIENT_SECRET: connection.clientSecret,
        INTERCOM_TIMEOUT_SECONDS: "1",
      });
      const team = await publishAndTurnOn();
      const conversations: string[] = [];
      // The stand-in answers in this process: what keeps it busy makes its answers late.
      const waiting = new Set<string>();
      function finished(): number {
        for (const id of waiting) {
          if (done(id).notes === 0) break;
          waiting.delete(id);
        }
        return conversations.length - waiting.size;
      }
      for (let event = 0; event < 200; event += 1) {
        const id = intercom.start(customer(), `Question ${event}`)?.id ?? "";
        conversations.push(id);
        waiting.add(id);
      }
      for (const after of [20, 60, 110, 160]) {
        await vi.waitUntil(() => finished() >= after, { timeout: 60_000, interval: 2 });
        await program.kill();
        program = await program.again();
      }
      await vi.waitUntil(() => finished() === 200, { timeout: 90_000, interval: 20 });
      await vi.waitUntil(
        async () => (await program.call(routes.listRuns, { query: { status: "running" } })).runs.length === 0,
        {
          timeout: 30_000,
          interval: 50,
        },
      );
      const counts = conversations.map(done);
      expect(counts.filter(({ assignments, notes }) => assignments !== 1 || notes !== 1)).toEqual([]);
      expect(new Set(counts.map((each) => each.team))).toEqual(new Set([team]));
      const first = await program.call(routes.listRuns, { query: { limit: 200 } });
      expect(first.runs.map(({ status }) => status)).toEqual(Array.from({ length: 200 }, () => "done"));
      expect(first.more).toBe(false);
    },
  );
});
