import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { told } from "#server/observe/createLog.ts";
import { createPractice, type Practice } from "#server/practice/createPractice.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { routes } from "#shared/api/routes.ts";
import { apiKey, owner, type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

let db: Database;
let intercom: Practice;
let undo: (() => Promise<unknown> | void)[];

beforeEach(() => {
  db = openDatabase(":memory:");
  intercom = createPractice({ db, now: Date.now, onTrouble: () => undefined });
  undo = [() => void db.close(), intercom.close];
});
afterEach(async () => {
  for (const step of undo.toReversed()) await step();
});

const textOf = async (request: AsyncIterable<unknown>) => {
  let words = "";
  for await (const chunk of request) words += String(chunk);
  return words;
};

/** Stands before Intercom and fails everything that is written in a conversation, telling in its answer all that it was told. */
async function failing(target: string): Promise<{ url: string; asked(): number }> {
  let asked = 0;
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    if (request.method === "POST" && /\/parts|\/reply/.test(request.url ?? "")) {
      asked += 1;
      if (asked === 1) return void request.socket.destroy();
      const told = { errors: [{ code: "x", message: `no: ${body}` }], headers: request.headers };
      return void response.writeHead(asked === 2 ? 500 : 400).end(JSON.stringify(told));
    }
    const passed = await fetch(`${target}${request.url}`, {
      method: request.method ?? "GET",
      headers: { authorization: request.headers.authorization ?? "", "content-type": "application/json" },
      ...(body === "" ? {} : { body }),
    });
    response.writeHead(passed.status, { "content-type": "application/json" }).end(await passed.text());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  undo.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

it("says at every level what happens, and nothing of what customers wrote nor of what lets somebody in", async () => {
  const first = await startProgram({
    LOG_LEVEL: "debug",
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
    METRICS_TOKEN: "only-for-prometheus-in-tests",
    SWITCHBOARD_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
    INTERCOM_TIMEOUT_SECONDS: "1",
  });
  undo.push(first.remove);
  const { url: apiUrl, asked } = await failing(await intercom.listen(`${first.url}/webhooks/intercom`));
  await first.stop();
  const { accessToken, clientSecret } = intercom;
  const program: Program = await first.again({
    INTERCOM_API_URL: apiUrl,
    INTERCOM_ACCESS_TOKEN: accessToken,
    INTERCOM_CLIENT_SECRET: clientSecret,
  });
  undo.push(program.remove);

  const document = drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      call: ["logic.webhook", { proof: "secret", fields: [] }],
      note: ["intercom.addNote", { note: ["Routed: ", { ref: "message.text" }] }],
    },
    ["start.next>note"],
  );
  const { id, draft } = await program.call(routes.createWorkflow, { body: { name: "Note", document } });
  const hook = await program.call(routes.getHook, { params: { id, node: "call" } });
  const { secret } = await program.call(routes.getHookSecret, { params: { id, node: "call" } });
  await program.call(routes.publish, { params: { id }, body: { revision: draft.revision } });
  await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });

  const words = "my card is 4111-1111-1111-1117, yours, Ariadne";
  intercom.start(intercom.contacts()[0]?.id ?? "", words);
  await vi.waitUntil(async () => (await program.call(routes.listRuns, { query: {} })).runs[0]?.status === "failed", {
    timeout: 20_000,
    interval: 50,
  });
  expect(asked()).toBe(3);

  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(path.startsWith("http") ? path : `${program.url}${path}`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
    });
  const wrong = { authorization: "Bearer a-wrong-secret-Ariadne", "x-api-key": "a-key-Ariadne" };
  const signedIn = await post("/api/session", JSON.stringify(owner));
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  await fetch(`${program.url}/api/runs`, { headers: { cookie } });
  for (const path of ["/api/workflows", "/webhooks/intercom", "/hooks/nobody-Ariadne", hook.url])
    for (const body of [`{"words":"${words}"}`, `{"words":"${words}`, `${words}`])
      await post(path, body, { ...wrong, cookie });
  await post(hook.url, `{"words":"${words}"}`, { authorization: `Bearer ${secret}` });
  await fetch(`${program.url}/setup?token=a-code-Ariadne`, { headers: { referer: "http://x/?a=Ariadne" } });
  await fetch(`${program.url}/metrics`, { headers: { authorization: "Bearer only-for-prometheus-in-tests" } });
  await program.stop();

  const said = program.said();
  expect(said.split("\n").length).toBeGreaterThan(30);
  const kept = {
    words: "Ariadne",
    card: "4111-1111-1111-1117",
    accessToken,
    clientSecret,
    apiKey,
    password: owner.password,
    cookie: cookie.split("=")[1]?.slice(0, 20) ?? "",
    hook: new URL(hook.url).pathname.split("/").at(-1) ?? "",
    hookSecret: secret,
    masterKey: Buffer.alloc(32, 7).toString("base64"),
    metrics: "only-for-prometheus",
  };
  expect(Object.entries(kept).filter(([, secretWords]) => secretWords.length < 4)).toEqual([]);
  expect(Object.entries(kept).filter(([, secretWords]) => said.includes(secretWords))).toEqual([]);
}, 60_000);

it("tells of an error what it is and where, and not what a library hung on it or what could not be read", () => {
  const unreadable = (() => {
    try {
      return JSON.parse("Ariadne wrote") as never;
    } catch (error) {
      return error;
    }
  })();
  const error = Object.assign(new Error("It does not fit.", { cause: unreadable }), { body: "Ariadne", code: "E_FIT" });
  expect(told(error)).toMatchObject({ type: "Error", message: "It does not fit.", code: "E_FIT" });
  expect(told(error).stack).toContain("logs.test.ts");
  expect(JSON.stringify(told(error))).not.toContain("Ariadne");
  expect(JSON.stringify(told("Ariadne"))).not.toContain("Ariadne");
});

it("tells an error that nobody caught like any other, and ends with 1", async () => {
  const throwsOnceUp = `const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (...told) => {
      if (String(told[0]).includes("Switchboard is at"))
        setImmediate(() => { throw Object.assign(new Error("Uncaught."), { body: ["Aria", "dne"].join("") }); });
      return write(...told);
    };`;
  const program = await startProgram({
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(throwsOnceUp)}`,
  });
  undo.push(program.remove);
  await vi.waitUntil(() => program.said().includes("Uncaught."), { timeout: 20_000, interval: 20 });
  expect(await program.stop()).toBe(1);
  const line =
    program
      .said()
      .split("\n")
      .find((each) => each.includes("Uncaught.")) ?? "";
  expect(JSON.parse(line)).toMatchObject({ level: 50, err: { type: "Error", message: "Uncaught." } });
  expect(program.said()).not.toContain("Ariadne");
}, 40_000);
