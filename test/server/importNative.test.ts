import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import { createCallService } from "#server/connections/callService.ts";
import { readNativeWorkflow } from "#server/intercom/readNativeWorkflow.ts";
import { type Program, startProgram } from "../support/program.ts";
import { startStandIn } from "../support/standIn.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
  const teams = async () => (await program.call(routes.getLists, {})).lists.teams.length;
  await vi.waitUntil(async () => (await teams()) > 0, { timeout: 5_000 });
});
afterAll(() => program.remove());

const take = (id: string) => program.ask(routes.importNativeWorkflow, { body: { id } });

describe("a workflow that was drawn in Intercom", () => {
  it("is taken in by the address of its page, off and unpublished, and can be published as it is", async () => {
    const address = "https://app.intercom.com/a/apps/practice/operator/workflows/67890/edit";
    const { status, body } = await take(address);
    expect(status).toBe(200);
    expect(body.workflow).toMatchObject({
      name: "Greet and sort new conversations",
      mode: "off",
      liveVersion: null,
      faults: [],
    });
    expect(body.workflow.draft.document.nodes.map(({ type }) => type)).toEqual([
      "intercom.conversationStarted",
      "logic.if",
      "intercom.reply",
      "logic.waitFor",
      "logic.splitByValue",
      "intercom.tag",
      "intercom.assign",
      "intercom.assign",
    ]);
    expect(body.notes).toEqual([
      { node: "n4", text: expect.objectContaining({ en: expect.stringMatching(/2 days/) }) },
    ]);
    const { id } = body.workflow;
    expect(await program.call(routes.publish, { params: { id }, body: { revision: 1 } })).toMatchObject({ number: 1 });
  });

  it("is refused in words where there is none, or what is given names none", async () => {
    const before = await program.call(routes.listWorkflows, {});
    expect(await take("11111")).toMatchObject({
      status: 422,
      body: { code: "connection", what: { en: "Intercom has no such workflow." } },
    });
    expect(await take("my workflow")).toMatchObject({
      status: 422,
      body: { what: { es: "Esto no indica ningún flujo de Intercom." } },
    });
    expect((await take(" ")).status).toBe(400);
    expect(await program.call(routes.listWorkflows, {})).toEqual(before);
  });

  it("says of a plan without exports what can be done", async () => {
    const restricted = { type: "error.list", errors: [{ code: "api_plan_restricted", message: "Not available" }] };
    const intercom = await startStandIn(() => ({ status: 403, body: restricted }));
    try {
      const { call } = createCallService();
      const read = await readNativeWorkflow(call, { baseUrl: intercom.url, accessToken: "t" }, "67890");
      expect(read).toMatchObject({ ok: false, what: { en: "Intercom does not let this token export workflows." } });
    } finally {
      await intercom.stop();
    }
  });
});
