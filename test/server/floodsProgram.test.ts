import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.remove());

async function turnOn(name: string, document: WorkflowDocument): Promise<string> {
  const { id } = await program.call(routes.createWorkflow, { body: { name, document } });
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
  return id;
}
const write = async (body: string) => {
  const { contacts } = await program.call(routes.listPracticeContacts, {});
  return (await program.call(routes.startPracticeConversation, { body: { contactId: contacts[15]?.id ?? "", body } }))
    .id;
};
const lead: [string, WorkflowDocument["nodes"][number]["config"]] = [
  "intercom.createContact",
  { role: "lead", email: ["again-", { ref: "contact.email", fallback: "x@mail.example" }] },
];

describe("workflows that set each other off by what they make", () => {
  it("are stopped after eight in a row and paused, with why", async () => {
    await turnOn(
      "Begins",
      drawing({ start: ["intercom.conversationStarted", { channel: "any" }], make: lead }, ["start.next>make"]),
    );
    const ring = await turnOn(
      "Ring",
      drawing({ start: ["intercom.leadCreated", {}], make: lead }, ["start.next>make"]),
    );
    await write("hello");
    const { pause, mode } = await vi.waitUntil(
      async () => {
        const detail = await program.call(routes.getWorkflow, { params: { id: ring } });
        return detail.pause && detail;
      },
      { timeout: 20_000, interval: 50 },
    );
    expect(mode).toBe("off");
    expect(pause?.why.en).toContain("8 times in a row");
    // The API tells the ring with its steps; another workflow that this one starts, and that starts it, is part of it.
    const ringOf = async (id: string) =>
      (await program.call(routes.getWorkflow, { params: { id } })).faults.find(({ code }) => code === "ring");
    expect(await ringOf(ring)).toMatchObject({ node: "make", ring: ["start", "make"] });
    const event = (name: string): [string, WorkflowDocument["nodes"][number]["config"]] => [
      "intercom.dataEvent",
      { names: [name], metadata: [] },
    ];
    const passOn = (from: string, to: string) =>
      drawing({ start: event(from), make: ["intercom.trackEvent", { event: [to] }] }, ["start.next>make"]);
    const one = await turnOn("One", passOn("a", "b"));
    expect(await ringOf(one)).toBeUndefined();
    const two = await turnOn("Two", passOn("b", "a"));
    expect((await ringOf(one))?.text.en).toContain("by way of “Two”");
    await program.call(routes.setMode, { params: { id: two }, body: { mode: "off" } });
    expect(await ringOf(one)).toBeUndefined();
    const { runs } = await program.call(routes.listRuns, { query: { workflow: ring } });
    expect(runs.map(({ status }) => status)).toEqual(["failed", ...Array.from({ length: 8 }, () => "done")]);
    expect(runs[0]?.reason).toEqual(pause?.why);
    const { workflows } = await program.call(routes.listWorkflows, {});
    expect(workflows.find(({ id }) => id === ring)?.pause).toEqual(pause);
    await program.call(routes.setMode, { params: { id: ring }, body: { mode: "on" } });
    expect((await program.call(routes.getWorkflow, { params: { id: ring } })).pause).toBeNull();
    await program.call(routes.setMode, { params: { id: ring }, body: { mode: "off" } });
  });
});
