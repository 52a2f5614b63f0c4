import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Route } from "#shared/api/route.ts";
import { routes } from "#shared/api/routes.ts";
import { streamPath } from "#shared/api/stream.ts";
import type { Findable } from "#shared/events/event.ts";
import { apiKey, owner, type Program, startProgram } from "../support/program.ts";
import { assignAndNote, drawing } from "../support/workflowBuilder.ts";

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("who is let in", () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram();
  });
  afterAll(() => program.remove());

  it("lets nobody into any route that is not declared public, nor into the stream or the API's description", async () => {
    const closed = [
      ...Object.values(routes).filter(({ access }) => access === "member"),
      { method: "get", path: streamPath },
      { method: "get", path: "/api/openapi.json" },
    ];
    expect(closed.length).toBeGreaterThan(25);
    for (const { method, path } of closed) {
      const url = `${program.url}${path.replaceAll(/:\w+/g, "1")}`;
      for (const authorization of [undefined, "Bearer wrong", `Bearer ${apiKey}x`]) {
        const headers = authorization === undefined ? {} : { authorization };
        const response = await fetch(url, { method: method.toUpperCase(), headers });
        expect([method, path, response.status]).toEqual([method, path, 401]);
      }
    }
    const open = Object.values(routes as Record<string, Route>).filter(({ access }) => access === "public");
    expect(open.map(({ path }) => path).toSorted()).toEqual(["/api/session", "/api/setup", "/api/status", "/health"]);
  });

  it("has one owner, claimed with the code that only the terminal shows", async () => {
    const given = { name: "Ana", ...owner };
    const code = /setup\?token=(\S+)/.exec(program.said())?.[1] ?? "";
    expect(code.length).toBeGreaterThan(20);
    expect((await post(`${program.url}/api/setup`, { ...given, token: "guessed" })).status).toBe(403);
    const both = await Promise.all([1, 2].map(() => post(`${program.url}/api/setup`, { ...given, token: code })));
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect((await post(`${program.url}/api/setup`, { ...given, token: code })).status).toBe(409);
    const cookie = both.find(({ ok }) => ok)?.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const mine = { cookie: cookie.split(";")[0] ?? "" };
    expect(await (await fetch(`${program.url}/api/status`, { headers: mine })).json()).toMatchObject({
      setUp: true,
      person: { name: "Ana", email: owner.email },
    });
    expect((await fetch(`${program.url}/api/workflows`, { headers: mine })).status).toBe(200);

    const foreign = { ...mine, origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
    expect((await post(`${program.url}/api/workflows`, { name: "x" }, foreign)).status).toBe(403);
    const out = await fetch(`${program.url}/api/session`, { method: "DELETE", headers: mine });
    expect(out.status).toBe(200);
    expect((await fetch(`${program.url}/api/workflows`, { headers: mine })).status).toBe(401);
  });

  it("signs in with the right password only, and slows down guessing", async () => {
    const url = `${program.url}/api/session`;
    expect((await post(url, owner)).status).toBe(200);
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => post(url, { ...owner, password: "not-the-password" })),
    );
    const statuses = guesses.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    const unknown = await post(url, { email: "nobody@halvero.example", password: "x" });
    expect([401, 429]).toContain(unknown.status);
  });

  it("keeps its key from others and its secrets out of the database file", () => {
    expect(statSync(join(program.folder, "master.key")).mode & 0o077).toBe(0);
    const key = Buffer.from(readFileSync(join(program.folder, "master.key"), "utf8").trim(), "base64");
    for (const name of ["switchboard.sqlite", "switchboard.sqlite-wal"])
      expect(readFileSync(join(program.folder, name)).includes(key)).toBe(false);
  });

  it("sends a page that may run no foreign script", async () => {
    const response = await fetch(program.url, { headers: { accept: "text/html" } });
    expect(response.status).toBe(200);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src|unsafe-eval/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get("x-powered-by")).toBeNull();
  });
});

describe("bad input", () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram();
  });
  afterAll(() => program.remove());

  const key = { authorization: `Bearer ${apiKey}` };

  it("is answered with what is wrong and where, in both languages", async () => {
    const url = `${program.url}/api/workflows`;
    const broken = await post(url, '{"name": ', key);
    expect([broken.status, await broken.json()]).toMatchObject([400, { code: "invalid" }]);
    const nameless = await post(url, { name: "" }, key);
    expect([nameless.status, await nameless.json()]).toMatchObject([
      400,
      { code: "invalid", where: "body.name", what: { en: expect.any(String), es: expect.any(String) } },
    ]);
    const deep = await post(url, `{"name":"x","document":${"[".repeat(200)}${"]".repeat(200)}}`, key);
    expect(deep.status).toBe(413);
    const large = await post(url, { name: "x".repeat(3_000_000) }, key);
    expect(large.status).toBe(413);
    const reserved = { ...drawing({}, []), nodes: [{ id: "constructor", type: "x", config: {} }] };
    expect((await post(url, { name: "x", document: reserved }, key)).status).toBe(400);
    expect((await fetch(`${program.url}/api/nothing`, { headers: key })).status).toBe(404);
    expect((await fetch(`${program.url}/api/runs/nothing`, { headers: key })).status).toBe(404);
    expect((await fetch(`${program.url}/api/runs?limit=many`, { headers: key })).status).toBe(400);
  });

  it("never publishes or turns on what has faults, and keeps the draft", async () => {
    const document = drawing({ a: ["no.such.type", {}], b: ["intercom.close", {}] }, ["a.next>b", "b.next>a"]);
    const workflow = await program.call(routes.createWorkflow, { body: { name: "Broken", document } });
    const codes = new Set(workflow.faults.map(({ code }) => code));
    expect(codes).toEqual(new Set(["no-trigger", "unknown-type", "circle"]));
    const params = { id: workflow.id };
    const published = await program.ask(routes.publish, { params, body: { revision: 1 } });
    expect([published.status, published.body]).toMatchObject([422, { code: "faults", faults: expect.any(Array) }]);
    expect((await program.ask(routes.setMode, { params, body: { mode: "on" } })).status).toBe(409);
    expect((await program.call(routes.getWorkflow, { params })).draft.document).toEqual(document);
  });

  it("does not overwrite a draft that somebody saved meanwhile", async () => {
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Two tabs" } });
    const save = (document: typeof assignAndNote, revision: number) =>
      program.ask(routes.saveDraft, { params: { id }, body: { document, revision } });
    expect((await save(assignAndNote, 1)).body).toMatchObject({ revision: 2 });
    expect((await save(drawing({}, []), 1)).status).toBe(409);
    expect((await program.call(routes.getWorkflow, { params: { id } })).draft.document).toEqual(assignAndNote);
  });

  it.each([
    [{ PORT: "many" }, "PORT"],
    [{ OWNER_EMAIL: "a@b.co" }, "OWNER_EMAIL and OWNER_PASSWORD"],
    [{ SWITCHBOARD_API_KEY: "short" }, "SWITCHBOARD_API_KEY"],
    [{ SWITCHBOARD_MASTER_KEY: "0000" }, "SWITCHBOARD_MASTER_KEY"],
  ])("refuses to start with an environment that does not fit, naming it: %o", async (environment, name) => {
    await expect(startProgram(environment, program.folder)).rejects.toThrow(name);
  });
});

describe("from the messenger to the inbox", () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram();
    await vi.waitUntil(async () => (await program.call(routes.getLists, {})).lists.teams.length > 0, {
      timeout: 5_000,
    });
  });
  afterAll(() => program.remove());

  async function publishAndTurnOn(): Promise<{ id: string; team: string }> {
    const [team] = (await program.call(routes.getLists, {})).lists.teams;
    const document = structuredClone(assignAndNote);
    for (const node of document.nodes)
      if (node.id === "assign") node.config = { to: { list: "teams", id: team?.id ?? "" } };
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Route", document } });
    await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
    await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
    return { id, team: team?.name ?? "" };
  }

  const write = async (body: string) => {
    const { contacts } = await program.call(routes.listPracticeContacts, {});
    return program.call(routes.startPracticeConversation, { body: { contactId: contacts[0]?.id ?? "", body } });
  };
  const runsOf = async (conversation: string) =>
    (await program.call(routes.listRuns, { query: { conversation } })).runs;
  const ended = (conversation: string, count: number) =>
    vi.waitUntil(async () => (await runsOf(conversation)).filter(({ status }) => status === "done").length === count, {
      timeout: 10_000,
      interval: 20,
    });

  it("runs what is on, shows it in the inbox and as a trace, and runs nothing once it is off", async () => {
    const { id, team } = await publishAndTurnOn();
    const { id: conversation } = await write("I want a refund");
    await ended(conversation, 1);
    const inbox = await program.call(routes.getPracticeConversation, { params: { id: conversation } });
    expect(inbox.team).toBe(team);
    expect(inbox.parts.filter(({ kind }) => kind === "note").map(({ text }) => text)).toEqual([
      "Routed: I want a refund",
    ]);

    const [run] = await runsOf(conversation);
    const detail = await program.call(routes.getRun, { params: { id: run?.id ?? "" } });
    expect(detail.steps.map(({ node, status }) => [node, status])).toEqual([
      ["start", "done"],
      ["assign", "done"],
      ["note", "done"],
    ]);
    const [row] = (await program.call(routes.listWorkflows, {})).workflows;
    expect(row?.week.at(-1)).toMatchObject({ runs: 1, failed: 0 });

    await program.call(routes.setMode, { params: { id }, body: { mode: "off" } });
    const { id: unheard } = await write("Another refund");
    await vi.waitUntil(
      async () =>
        (await program.call(routes.listEvents, { query: {} })).events.some(({ subject }) => subject === unheard),
      { timeout: 10_000, interval: 20 },
    );
    expect(await runsOf(unheard)).toEqual([]);
    await program.call(routes.deleteWorkflow, { params: { id } });
    expect((await runsOf(conversation)).length).toBe(1);
  });

  it("runs by hand what has a trigger for it, on or off, and nothing else", async () => {
    const byHand = drawing({ start: ["logic.byHand", {}], note: ["intercom.addNote", { note: ["By hand"] }] }, [
      "start.next>note",
    ]);
    const { id } = await program.call(routes.createWorkflow, { body: { name: "By hand", document: byHand } });
    const run = (ids: string[], kind: Findable = "conversation") =>
      program.ask(routes.runByHand, { params: { id }, body: { kind, ids } });
    const { conversations } = await program.call(routes.listConversations, { query: { limit: 1 } });
    const about = conversations[0]?.id ?? "";
    expect((await run([about])).status).toBe(409);
    await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
    expect((await run([about, "no-such-conversation"])).status).toBe(404);
    expect(await runsOf(about)).toEqual([]);
    expect((await run([about], "contact")).status).toBe(409);
    expect((await run([about, about])).body.runs.length).toBe(1);
    await ended(about, 1);
    const inbox = await program.call(routes.getPracticeConversation, { params: { id: about } });
    expect(inbox.parts.at(-1)).toMatchObject({ kind: "note", text: "By hand" });
    const started = drawing(
      { start: ["intercom.conversationStarted", { channel: "any" }], close: ["intercom.close", {}] },
      ["start.next>close"],
    );
    const other = await program.call(routes.createWorkflow, { body: { name: "Not by hand", document: started } });
    await program.call(routes.publish, { params: { id: other.id }, body: { revision: 1 } });
    const body = { kind: "conversation" as const, ids: [about] };
    const refused = await program.ask(routes.runByHand, { params: { id: other.id }, body });
    expect(refused.status).toBe(409);
    expect((await program.call(routes.getConnection, {})).topics).not.toContain("switchboard.by_hand");
  });

  it("tells an open browser at once", async () => {
    const { id } = await publishAndTurnOn();
    const response = await fetch(`${program.url}${streamPath}`, { headers: { authorization: `Bearer ${apiKey}` } });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const conversation = await write("Hello");
    let heard = "";
    while (!heard.includes('"status":"done"')) heard += (await reader?.read())?.value ?? "";
    await reader?.cancel();
    expect(heard).toContain('"type":"event"');
    expect(heard).toMatch(/id: \d+\ndata: /);
    expect((await runsOf(conversation.id))[0]?.status).toBe("done");
    await program.call(routes.setMode, { params: { id }, body: { mode: "off" } });
  });

  it("exports a workflow as the same file however it was drawn, and takes it in again", async () => {
    const shuffled = {
      ...assignAndNote,
      nodes: assignAndNote.nodes.toReversed(),
      edges: assignAndNote.edges.toReversed(),
    };
    const [one, other] = await Promise.all(
      [assignAndNote, shuffled].map((document) =>
        program.call(routes.createWorkflow, { body: { name: "Same", document } }),
      ),
    );
    const file = (id = "") => program.call(routes.exportWorkflow, { params: { id } });
    const [first, second] = [await file(one?.id), await file(other?.id)];
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    const imported = await program.call(routes.importWorkflow, { body: first });
    expect(imported).toMatchObject({ name: "Same", mode: "off", liveVersion: null });
    expect(JSON.stringify(await file(imported.id))).toBe(JSON.stringify(first));
  });

  it("keeps versions, and restores one as the draft", async () => {
    const { id } = await publishAndTurnOn();
    await program.call(routes.setMode, { params: { id }, body: { mode: "off" } });
    const before = await program.call(routes.getWorkflow, { params: { id } });
    expect(before.draftChanged).toBe(false);
    const empty = drawing({}, []);
    const saved = await program.call(routes.saveDraft, { params: { id }, body: { document: empty, revision: 1 } });
    expect(saved.draftChanged).toBe(true);
    const restored = await program.call(routes.restoreVersion, { params: { id, number: 1 } });
    expect(restored.draft.document).toEqual(before.draft.document);
    expect(restored.draftChanged).toBe(false);
  });
});
