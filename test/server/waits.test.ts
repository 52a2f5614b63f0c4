import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import { type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.remove());

const followUp = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    ask: ["intercom.reply", { message: ["Does it work now?"], whenTaken: "skip" }],
    wait: ["logic.waitFor", { for: ["customerReplied", "closed"], most: { amount: 2, unit: "days" } }],
    replied: ["intercom.addNote", { note: ["They said: ", { ref: "steps.wait.text" }] }],
    closed: ["intercom.addNote", { note: ["Closed meanwhile"] }],
  },
  ["start.next>ask", "ask.next>wait", "wait.customerReplied>replied", "wait.closed>closed"],
);

async function turnOn(document: typeof followUp): Promise<string> {
  const { id } = await program.call(routes.createWorkflow, { body: { name: "Follow up", document } });
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
  return id;
}
const write = async (body: string) => {
  const { contacts } = await program.call(routes.listPracticeContacts, {});
  return (await program.call(routes.startPracticeConversation, { body: { contactId: contacts[20]?.id ?? "", body } }))
    .id;
};
const notes = async (id: string) => {
  const { parts } = await program.call(routes.getPracticeConversation, { params: { id } });
  return parts.filter(({ kind }) => kind === "note").map(({ text }) => text);
};
const statusOf = async (conversation: string) =>
  (await program.call(routes.listRuns, { query: { conversation } })).runs[0]?.status;
const becomes = (conversation: string, status: string) =>
  vi.waitUntil(async () => (await statusOf(conversation)) === status, { timeout: 10_000, interval: 20 });

describe("a run that waits", () => {
  it("goes on with what the customer says, also after the server was killed and started again", async () => {
    const workflow = await turnOn(followUp);
    const conversation = await write("It does not work");
    const other = await write("Mine neither");
    await becomes(conversation, "waiting");
    await becomes(other, "waiting");
    await program.kill();
    program = await program.again();
    await program.call(routes.replyAsPracticeContact, { params: { id: conversation }, body: { body: "Yes, thanks" } });
    await becomes(conversation, "done");
    expect(await notes(conversation)).toEqual(["They said: Yes, thanks"]);
    expect(await statusOf(other)).toBe("waiting");
    await program.call(routes.closePracticeConversation, { params: { id: other } });
    await becomes(other, "done");
    expect(await notes(other)).toEqual(["Closed meanwhile"]);
    await program.call(routes.setMode, { params: { id: workflow }, body: { mode: "off" } });
  });

  it("hears what came while it was still on its way to the wait", async () => {
    const workflow = await turnOn(followUp);
    const conversation = await write("Quick one");
    // Written at once: the first steps may be under way.
    await program.call(routes.replyAsPracticeContact, { params: { id: conversation }, body: { body: "Never mind" } });
    await becomes(conversation, "done");
    expect(await notes(conversation)).toEqual(["They said: Never mind"]);
    await program.call(routes.setMode, { params: { id: workflow }, body: { mode: "off" } });
  });

  it("can be stopped, and hears nothing more", async () => {
    const workflow = await turnOn(followUp);
    const conversation = await write("Stop me");
    await becomes(conversation, "waiting");
    const [run] = (await program.call(routes.listRuns, { query: { conversation } })).runs;
    await program.call(routes.stopRun, { params: { id: run?.id ?? "" } });
    await program.call(routes.replyAsPracticeContact, { params: { id: conversation }, body: { body: "Hello?" } });
    await program.call(routes.setMode, { params: { id: workflow }, body: { mode: "off" } });
    expect(await statusOf(conversation)).toBe("stopped");
    expect(await notes(conversation)).toEqual([]);
  });
});

describe("taking turns", () => {
  it("passes over who is away and comes to everybody the same number of times", async () => {
    const { lists } = await program.call(routes.getLists, {});
    const team = lists.teams[0]?.id ?? "";
    await turnOn(
      drawing(
        {
          start: ["intercom.conversationStarted", { channel: "any" }],
          turn: ["intercom.takeTurns", { team }],
        },
        ["start.next>turn"],
      ),
    );
    const conversations: string[] = [];
    for (let index = 0; index < 12; index += 1) conversations.push(await write(`Question ${index}`));
    for (const conversation of conversations) await becomes(conversation, "done");
    const counts = new Map<string, number>();
    for (const id of conversations) {
      const { teammate } = await program.call(routes.getPracticeConversation, { params: { id } });
      counts.set(teammate ?? "nobody", (counts.get(teammate ?? "nobody") ?? 0) + 1);
    }
    const { workspace } = await program.call(routes.getConnection, {});
    expect(counts.has("nobody") || counts.has(workspace?.teammate.name ?? "")).toBe(false);
    expect(counts.size).toBeGreaterThan(1);
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
  });
});
