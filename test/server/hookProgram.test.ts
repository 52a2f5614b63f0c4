import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import { apiKey, type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

const document = drawing(
  {
    call: [
      "logic.webhook",
      { proof: "secret", fields: [{ id: "who", name: "Who", path: ["customer"], type: "text" }] },
    ],
    note: ["intercom.noteContact", { note: ["Ordered"], of: [{ ref: "steps.call.who" }] }],
  },
  ["call.next>note"],
);

let program: Program;
beforeAll(async () => {
  program = await startProgram({ LOG_LEVEL: "debug" });
});
afterAll(() => program.remove());

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: "POST", body, headers });

describe("the address of a step, in the whole program", () => {
  it("is public, made once, told by the API, and its calls become runs that act", async () => {
    const { id, draft } = await program.call(routes.createWorkflow, { body: { name: "Orders", document } });
    const params = { id, node: "call" };
    const hook = await program.call(routes.getHook, { params });
    expect(hook).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/hooks\/[\w-]{32}$/),
      reachable: false,
      lastCall: null,
      lastRefused: null,
    });
    expect(await program.call(routes.getHook, { params })).toEqual(hook);
    const { secret } = await program.call(routes.getHookSecret, { params });
    await program.call(routes.publish, { params: { id }, body: { revision: draft.revision } });
    await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });

    const { contacts } = await program.call(routes.listPracticeContacts, {});
    const body = JSON.stringify({ customer: contacts[0]?.id });
    expect((await post(hook.url, body, { authorization: `Bearer ${apiKey}` })).status).toBe(401);
    const called = await post(hook.url, body, { authorization: `Bearer ${secret}`, origin: "https://shop.example" });
    expect(called.status).toBe(200);
    await vi.waitUntil(async () => (await program.call(routes.listRuns, { query: {} })).runs[0]?.status === "done");
    const { runs } = await program.call(routes.listRuns, { query: {} });
    expect(runs.map(({ title, status }) => [title, status])).toEqual([[contacts[0]?.id, "done"]]);
    expect((await program.call(routes.getHook, { params })).lastCall?.sample.rows).toEqual([
      { path: ["customer"], value: contacts[0]?.id },
    ]);

    // Neither the address nor a secret is written to the log.
    await vi.waitUntil(() => program.said().includes("/hooks/"));
    for (const words of [new URL(hook.url).pathname, secret]) expect(program.said()).not.toContain(words);
  });

  it("is another one for a copy, and for a file of it, which holds neither address nor secret", async () => {
    const first = await program.call(routes.createWorkflow, { body: { name: "One", document } });
    const of = (id: string) => ({ params: { id, node: "call" } });
    const { url } = await program.call(routes.getHook, of(first.id));
    const { secret } = await program.call(routes.getHookSecret, of(first.id));
    const file = await program.call(routes.exportWorkflow, { params: { id: first.id } });
    for (const words of [new URL(url).pathname, secret]) expect(JSON.stringify(file)).not.toContain(words);
    const copy = await program.call(routes.importWorkflow, { body: file });
    expect((await program.call(routes.getHook, of(copy.id))).url).not.toBe(url);
  });

  it("takes another tool's own secret, changes on demand, and goes with the workflow", async () => {
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Two", document } });
    const params = { id, node: "call" };
    const { url } = await program.call(routes.getHook, { params });
    const own = "made by the shop";
    expect(await program.call(routes.changeHookSecret, { params, body: { secret: own } })).toEqual({ secret: own });
    const made = await program.call(routes.changeHookSecret, { params, body: { secret: null } });
    expect(made.secret).toMatch(/^whsec_/);
    expect((await program.ask(routes.changeHookSecret, { params, body: { secret: "short" } })).status).toBe(400);
    const renewed = await program.call(routes.renewHookAddress, { params });
    expect(renewed.url).not.toBe(url);
    expect((await post(url, "{}")).status).toBe(404);
    expect((await post(renewed.url, "{}")).status).toBe(401);
    await program.call(routes.deleteWorkflow, { params: { id } });
    expect((await post(renewed.url, "{}")).status).toBe(404);
    expect((await program.ask(routes.getHook, { params })).status).toBe(404);
  });
});
