import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { fillArchive, pastConversation } from "../support/pastConversations.ts";
import { type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

/** On a conversation's start by a channel, if the message says a word, a note. */
const onStart = (channel: string, word: string) =>
  drawing(
    {
      start: ["intercom.conversationStarted", { channel }],
      ask: [
        "logic.if",
        { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: [word] }] } },
      ],
      note: ["intercom.addNote", { note: ["Seen"] }],
    },
    ["start.next>ask", "ask.yes>note"],
  );
/** A note, whenever something starts it. */
const noteOn = (type: string, config: Record<string, string>) =>
  drawing({ start: [type, config], note: ["intercom.addNote", { note: ["Seen"] }] }, ["start.next>note"]);
const once = (document: WorkflowDocument): WorkflowDocument => ({
  ...document,
  nodes: document.nodes.map((node) => (node.id === "start" ? { ...node, once: "contact" } : node)),
});

let program: Program;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-"));
  fillArchive(folder, [
    pastConversation({ id: "77001", text: "My refund has not come", customer: "c9", at: 1_780_000_000_000 }),
    pastConversation({ id: "77002", text: "A refund again", customer: "c9", at: 1_780_100_000_000 }),
  ]);
  program = await startProgram({}, folder);
  const known = async () => (await program.call(routes.getLists, {})).lists.teams.length > 0;
  await vi.waitUntil(known, { timeout: 5_000, interval: 20 });
});
afterAll(() => program.remove());

async function publish(name: string, document: WorkflowDocument, mode: "on" | "off" = "on"): Promise<string> {
  const { id } = await program.call(routes.createWorkflow, { body: { name, document } });
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  await program.call(routes.setMode, { params: { id }, body: { mode } });
  return id;
}
const write = async (body: string) => {
  const { contacts } = await program.call(routes.listPracticeContacts, {});
  const sent = { body: { contactId: contacts[3]?.id ?? "", body } };
  return (await program.call(routes.startPracticeConversation, sent)).id;
};
const ask = (conversation: string, read: "yes" | "no" = "no") =>
  program.call(routes.why, { query: { conversation, read } });
const reasons = async (conversation: string, read: "yes" | "no" = "no") =>
  Object.fromEntries((await ask(conversation, read)).workflows.map(({ name, reason }) => [name, reason]));

describe("why a workflow did not run for a conversation", () => {
  it("is answered in one reason for each workflow, those that ran first", async () => {
    await publish("Answers refunds", onStart("any", "refund"));
    await publish("Wants parcels", onStart("any", "parcel"));
    await publish("By e-mail only", onStart("email", "refund"));
    await publish("First time only", once(onStart("any", "refund")));
    await publish("Turned off", onStart("any", "refund"), "off");
    await publish("On replies", noteOn("intercom.customerReplied", { channel: "any" }));
    await publish("By hand", noteOn("logic.byHand", { for: "conversation" }));
    await program.call(routes.createWorkflow, { body: { name: "A draft", document: onStart("any", "refund") } });
    await write("The first refund of this customer");
    const id = await write("Where is my refund?");
    await vi.waitUntil(
      async () => {
        const { runs } = await program.call(routes.listRuns, { query: { conversation: id } });
        return runs.length === 2 && runs.every(({ status }) => status === "done");
      },
      { timeout: 10_000, interval: 20 },
    );
    await publish("Turned on later", onStart("any", "refund"));

    // However it is pasted.
    const answer = await ask(`https://app.intercom.com/a/inbox/ab/inbox/shared/all/conversation/${id}?view=List`);
    expect(answer).toMatchObject({ source: "events", conversation: { id } });
    expect(answer.conversation.title).toContain("Where is my refund?");
    const told = Object.fromEntries(answer.workflows.map(({ name, reason }) => [name, reason]));
    expect(told).toMatchObject({
      "Answers refunds": { kind: "ran", runs: [{ status: "done" }], left: null, failure: null },
      "Wants parcels": {
        kind: "ran",
        left: {
          node: "ask",
          outlet: "no",
          ended: true,
          because: { ref: "message.text", operand: ["parcel"], actual: "Where is my refund?", met: false },
        },
      },
      "By e-mail only": { kind: "refused", trigger: "start", why: { en: "The conversation is on another channel." } },
      "First time only": { kind: "notFirst", once: "contact" },
      "Turned off": { kind: "off", letsIn: true, pause: null },
      "Turned on later": { kind: "later" },
      "On replies": { kind: "unheard" },
      "By hand": { kind: "elsewhere" },
      "A draft": { kind: "unpublished" },
    });
    const kinds = answer.workflows.map(({ reason }) => reason.kind);
    expect(kinds.slice(0, 2)).toEqual(["ran", "ran"]);
    expect(kinds.slice(-3)).toEqual(["unheard", "elsewhere", "unpublished"]);
    const [run] = told["Answers refunds"]?.kind === "ran" ? told["Answers refunds"].runs : [];
    expect((await program.call(routes.getRun, { params: { id: run?.id ?? "" } })).workflow.name).toBe(
      "Answers refunds",
    );
  });

  it("is answered from the archive where no event of it is kept, by the drawings as they are now", async () => {
    expect((await ask("77002")).source).toBe("archive");
    expect(await reasons("77001")).toMatchObject({
      "Answers refunds": { kind: "wouldRun", runs: 1, status: "done", left: null },
      "First time only": { kind: "wouldRun" },
      "Wants parcels": {
        kind: "wouldRun",
        left: { node: "ask", outlet: "no", because: { actual: "My refund has not come" } },
      },
      "By e-mail only": { kind: "refused" },
      "On replies": { kind: "unheard" },
      "By hand": { kind: "elsewhere" },
      "A draft": { kind: "wouldRun" },
    });
    expect(await reasons("77002")).toMatchObject({ "First time only": { kind: "notFirst", once: "contact" } });
  });

  it("is read from the workspace where nothing is known of it here, once somebody wants that", async () => {
    const { conversations } = await program.call(routes.listConversations, { query: { limit: 150 } });
    const old = conversations.at(-1)?.id ?? "";
    expect(await ask(old)).toMatchObject({ source: "none", workflows: [] });
    const read = await ask(old, "yes");
    expect(read).toMatchObject({ source: "intercom", conversation: { id: old } });
    expect(read.workflows.map(({ reason }) => reason.kind)).toContain("wouldRun");
    // It was only looked at.
    expect((await ask(old)).source).toBe("none");
  });

  it("says so where there is no such conversation, or none in what was pasted", async () => {
    const gone = await program.ask(routes.why, { query: { conversation: "999999999", read: "yes" } });
    expect(gone).toMatchObject({ status: 404, body: { what: { en: "Intercom has no conversation of that number." } } });
    const none = await program.ask(routes.why, { query: { conversation: "what happened?" } });
    expect(none).toMatchObject({ status: 400, body: { code: "invalid" } });
  });
});
