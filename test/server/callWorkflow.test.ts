import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
  const known = async () => (await program.call(routes.getLists, {})).lists.teams.length > 0;
  await vi.waitUntil(known, { timeout: 5_000, interval: 20 });
});
afterAll(() => program.remove());

async function publish(name: string, document: WorkflowDocument): Promise<string> {
  const { id } = await program.call(routes.createWorkflow, { body: { name, document } });
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  return id;
}
const write = async (body: string) => {
  const { contacts } = await program.call(routes.listPracticeContacts, {});
  return (await program.call(routes.startPracticeConversation, { body: { contactId: contacts[15]?.id ?? "", body } }))
    .id;
};
const runsOf = async (conversation: string) => (await program.call(routes.listRuns, { query: { conversation } })).runs;
const settled = (conversation: string, count: number) =>
  vi.waitUntil(
    async () => {
      const runs = await runsOf(conversation);
      return runs.length === count && runs.every(({ status }) => status === "done" || status === "failed");
    },
    { timeout: 10_000, interval: 20 },
  );

const inner = drawing(
  {
    called: [
      "logic.called",
      {
        inputs: [
          { name: "reason", type: "text" },
          { name: "tries", type: "number" },
          { name: "odd", type: "number" },
        ],
      },
    ],
    note: [
      "intercom.addNote",
      {
        note: [
          "Because: ",
          { ref: "steps.called.reason" },
          ", odd: ",
          { ref: "steps.called.odd", fallback: "no number" },
        ],
      },
    ],
    wait: ["logic.waitFor", { for: ["customerReplied"], most: { amount: 1, unit: "days" } }],
    answer: [
      "logic.giveAnswer",
      {
        answers: [
          { name: "words", type: "text", value: ["They added: ", { ref: "steps.wait.text" }] },
          { name: "tries", type: "number", value: [{ ref: "steps.called.tries" }] },
          { name: "urgent", type: "boolean", value: ["yes"] },
        ],
      },
    ],
  },
  ["called.next>note", "note.next>wait", "wait.customerReplied>answer"],
);
const outer = (workflow: string) =>
  drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      run: [
        "logic.runWorkflow",
        {
          workflow,
          inputs: [
            { name: "reason", value: [{ ref: "message.text" }] },
            { name: "tries", value: ["4"] },
            { name: "odd", value: ["many"] },
          ],
        },
      ],
      if: [
        "logic.if",
        {
          when: {
            match: "all",
            rules: [
              { ref: "steps.run.tries", operator: "moreThan", operand: 3 },
              { ref: "steps.run.urgent", operator: "yes" },
            ],
          },
        },
      ],
      after: ["intercom.addNote", { note: ["Answer: ", { ref: "steps.run.words" }] }],
    },
    ["start.next>run", "run.next>if", "if.yes>after"],
  );

describe("running another workflow", () => {
  it("gives it what it needs, waits for it over kill -9, and goes on with its answer", async () => {
    const shared = await publish("Shared part", inner);
    expect((await program.call(routes.getLists, {})).lists.workflows).toEqual([
      {
        id: shared,
        name: "Shared part",
        takes: [
          { name: "reason", type: "text" },
          { name: "tries", type: "number" },
          { name: "odd", type: "number" },
        ],
        answers: [
          { name: "words", type: "text" },
          { name: "tries", type: "number" },
          { name: "urgent", type: "boolean" },
        ],
      },
    ]);
    const caller = await publish("Caller", outer(shared));
    await program.call(routes.setMode, { params: { id: caller }, body: { mode: "on" } });
    const conversation = await write("It is slow");
    const waiting = async () => (await runsOf(conversation)).filter(({ status }) => status === "waiting").length === 2;
    await vi.waitUntil(waiting, { timeout: 10_000, interval: 20 });
    await program.kill();
    program = await program.again();
    await program.call(routes.replyAsPracticeContact, { params: { id: conversation }, body: { body: "Since Monday" } });
    await settled(conversation, 2);
    const { usedBy } = await program.call(routes.getWorkflow, { params: { id: shared } });
    expect(usedBy).toEqual([{ id: caller, name: "Caller" }]);
    const { parts } = await program.call(routes.getPracticeConversation, { params: { id: conversation } });
    expect(parts.filter(({ kind }) => kind === "note").map(({ text }) => text)).toEqual([
      "Because: It is slow, odd: no number",
      "Answer: They added: Since Monday",
    ]);
    await program.call(routes.setMode, { params: { id: caller }, body: { mode: "off" } });
  });

  it("says so where the other workflow is gone, and where they run each other in a circle", async () => {
    const { lists } = await program.call(routes.getLists, {});
    expect(lists.workflows.length).toBeGreaterThan(0);
    const gone = await program.call(routes.createWorkflow, { body: { name: "Gone", document: outer("nobody") } });
    expect(gone.faults.map(({ code, node }) => [code, node])).toEqual([
      ["gone", "run"],
      // What it answered is gone with it.
      ["gone", "if"],
      ["gone", "if"],
      ["gone", "after"],
    ]);

    const round = (workflow: string) =>
      drawing(
        {
          start: ["intercom.conversationStarted", { channel: "any" }],
          called: ["logic.called", { inputs: [] }],
          run: ["logic.runWorkflow", { workflow, inputs: [] }],
          close: ["intercom.close", {}],
        },
        ["start.next>run", "called.next>run", "run.next>close"],
      );
    const id = await publish("Round", round(lists.workflows[0]?.id ?? ""));
    await program.call(routes.saveDraft, { params: { id }, body: { document: round(id), revision: 1 } });
    await program.call(routes.publish, { params: { id }, body: { revision: 2 } });
    await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
    const conversation = await write("Round and round");
    await settled(conversation, 8);
    const runs = await runsOf(conversation);
    expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(["failed"]));
    expect(runs[0]?.reason?.en).toContain("circle");
    expect(runs.at(-1)?.reason?.en).toContain("did not come to its end");
    await program.call(routes.setMode, { params: { id }, body: { mode: "off" } });
  });
});

describe("when a run fails", () => {
  it("starts what is on for failures, once, for the same conversation, and not for its own", async () => {
    const failing = drawing(
      {
        start: ["intercom.conversationStarted", { channel: "any" }],
        empty: ["intercom.reply", { message: [{ ref: "company.industry" }], whenTaken: "send" }],
      },
      ["start.next>empty"],
    );
    const tell = drawing(
      {
        failed: ["logic.runFailed", {}],
        note: [
          "intercom.addNote",
          { note: [{ ref: "steps.failed.workflow" }, " failed: ", { ref: "steps.failed.problem" }] },
        ],
        reply: ["intercom.reply", { message: [{ ref: "company.industry" }], whenTaken: "send" }],
      },
      ["failed.next>note", "note.next>reply"],
    );
    const ids = [await publish("Broken one", failing), await publish("Tell us", tell)];
    for (const id of ids) await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
    const { contacts } = await program.call(routes.listPracticeContacts, {});
    const lead = contacts.find(({ company }) => company === null)?.id ?? "";
    const { id: conversation } = await program.call(routes.startPracticeConversation, {
      body: { contactId: lead, body: "Anybody?" },
    });
    await settled(conversation, 2);
    const { parts } = await program.call(routes.getPracticeConversation, { params: { id: conversation } });
    expect(parts.filter(({ kind }) => kind === "note").map(({ text }) => text)).toEqual([
      "Broken one failed: The message is empty.",
    ]);
    expect((await runsOf(conversation)).map(({ status, workflow }) => [workflow.name, status])).toEqual([
      ["Tell us", "failed"],
      ["Broken one", "failed"],
    ]);
    for (const id of ids) await program.call(routes.setMode, { params: { id }, body: { mode: "off" } });
  });
});
