import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "#shared/api/routes.ts";
import { fillArchive, pastConversation, toTeam } from "../support/pastConversations.ts";
import { type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

const dayMs = 86_400_000;
const began = Date.parse("2026-03-02T09:00:00Z");
const texts = ["Where is my refund?", "A wrong invoice", "Hello there"];
const pasts = Array.from({ length: 60 }, (_, index) =>
  pastConversation({
    id: `${1000 + index}`,
    text: texts[index % 3] ?? "",
    at: began + index * dayMs,
    later: [toTeam("9", undefined, 47)],
  }),
);
const noting = (words: string[]) =>
  drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      check: [
        "logic.if",
        { when: { match: "any", rules: [{ ref: "message.text", operator: "mentions", operand: words }] } },
      ],
      note: ["intercom.addNote", { note: ["Look at this"] }],
      close: ["intercom.close", {}],
    },
    ["start.next>check", "check.yes>note", "check.no>close"],
  );

let program: Program;
let id: string;
beforeAll(async () => {
  program = await startProgram();
  fillArchive(program.folder, pasts);
  ({ id } = await program.call(routes.createWorkflow, { body: { name: "Notes", document: noting(["refund"]) } }));
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  await program.call(routes.saveDraft, {
    params: { id },
    body: { document: noting(["refund", "invoice"]), revision: 1 },
  });
}, 60_000);
afterAll(() => program.remove());

describe("a kept simulation", () => {
  it("is made of the draft or a version, and stays as it was when the draft and the archive change", async () => {
    const params = { id };
    const ofVersion = await program.call(routes.makeSimulation, { params, body: { version: 1 } });
    const ofDraft = await program.call(routes.makeSimulation, { params, body: { timeZone: "Europe/Madrid" } });
    expect(
      [ofVersion.report, ofDraft.report].map(({ total, exits }) => [
        total,
        exits.find(({ outlet }) => outlet === "yes")?.count,
      ]),
    ).toEqual([
      [60, 20],
      [60, 40],
    ]);
    expect(ofDraft).toMatchObject({ version: null, madeBy: expect.any(String), report: { timeZone: "Europe/Madrid" } });

    fillArchive(program.folder, [pastConversation({ id: "2000", text: "refund", at: began })]);
    await program.call(routes.saveDraft, { params, body: { document: noting(["nothing"]), revision: 2 } });
    const again = await program.call(routes.getSimulation, { params: { id, simulation: ofDraft.id } });
    expect(again.report).toEqual(ofDraft.report);
    expect(again.document.nodes).toEqual(noting(["refund", "invoice"]).nodes);
    const listed = await program.call(routes.listSimulationCases, {
      params: { id, simulation: ofDraft.id },
      body: { where: { kind: "exit", node: "check", outlet: "yes" }, limit: 5 },
    });
    expect(listed.total).toBe(40);
    expect(listed.cases[0]).toMatchObject({ id: "1058", shown: { excerpt: "A wrong invoice" }, entered: true });

    const { simulations } = await program.call(routes.listSimulations, { params });
    expect(simulations.map((each) => each.id)).toEqual([ofDraft.id, ofVersion.id]);
    const gone = { params: { id, simulation: ofVersion.id } };
    await program.call(routes.deleteSimulation, gone);
    expect((await program.ask(routes.getSimulation, gone)).status).toBe(404);
    await program.call(routes.saveDraft, {
      params,
      body: { document: noting(["refund", "invoice"]), revision: 3 },
    });
  });

  it("is over the time that was asked for, and refused where there is nothing in it", async () => {
    const slice = { from: new Date(began + 30 * dayMs).toISOString(), to: new Date(began + 40 * dayMs).toISOString() };
    const { report } = await program.call(routes.makeSimulation, { params: { id }, body: { slice } });
    expect(report).toMatchObject({ total: 10, from: slice.from });
    const never = { from: null, to: "2001-01-01T00:00:00.000Z" };
    const refused = await program.ask(routes.makeSimulation, { params: { id }, body: { slice: never } });
    expect(refused.status).toBe(422);
    const zone = await program.ask(routes.makeSimulation, { params: { id }, body: { timeZone: "Mars/Base" } });
    expect(zone.status).toBe(400);
  });
});

describe("the ballot", () => {
  const ballot = () => program.call(routes.getBallot, { params: { id } });

  it("lists what changes, counts votes on it, and holds later drafts to what was judged better", async () => {
    const first = await ballot();
    expect(first).toMatchObject({ version: 1, total: 61, changed: 20, expected: 0, held: 0, broken: [] });
    expect(first.groups).toMatchObject([
      { node: "check", count: 20, tally: { better: 0, worse: 0, same: 0, open: 20 } },
    ]);
    const params = { id, group: first.groups[0]?.id ?? "" };
    const { cases, total } = await program.call(routes.listBallotCases, { params, query: { limit: 3 } });
    expect([total, cases.map((each) => each.id)]).toEqual([20, ["1058", "1055", "1052"]]);

    await program.call(routes.vote, { params, body: { vote: "better" } });
    await program.call(routes.vote, { params, body: { vote: "worse", conversation: "1058" } });
    await program.call(routes.vote, { params, body: { vote: "same", conversation: "1055" } });
    await program.call(routes.vote, { params, body: { vote: null, conversation: "1052" } });
    const voted = await ballot();
    expect(voted.tally).toEqual({ better: 17, worse: 1, same: 1, open: 1 });
    // The draft itself does not keep to what was judged worse in it.
    expect(voted).toMatchObject({
      expected: 18,
      held: 17,
      broken: [{ conversation: "1058", excerpt: "A wrong invoice" }],
    });

    // A later draft goes back: nothing changes any more, and what was judged better is broken.
    const { draft } = await program.call(routes.getWorkflow, { params: { id } });
    await program.call(routes.saveDraft, {
      params: { id },
      body: { document: noting(["refund"]), revision: draft.revision },
    });
    const back = await ballot();
    expect(back).toMatchObject({ changed: 0, groups: [], expected: 18, held: 1 });
    expect(back.broken[0]).toMatchObject({
      expected: { steps: [{ type: "intercom.addNote" }] },
      draft: { steps: [{ type: "intercom.close" }] },
    });
    const stale = await program.ask(routes.vote, { params, body: { vote: "better" } });
    expect(stale.status).toBe(409);
  });

  it("has nothing to compare with before a version is published", async () => {
    const { id: fresh } = await program.call(routes.createWorkflow, { body: { name: "New", document: noting(["x"]) } });
    expect(await program.call(routes.getBallot, { params: { id: fresh } })).toMatchObject({
      version: null,
      changed: 0,
    });
  });
});

it("keeps votes and simulations over a restart", async () => {
  const before = await program.call(routes.listSimulations, { params: { id } });
  const { expected } = await program.call(routes.getBallot, { params: { id } });
  await program.stop();
  program = await program.again();
  expect(await program.call(routes.listSimulations, { params: { id } })).toEqual(before);
  expect((await program.call(routes.getBallot, { params: { id } })).expected).toBe(expected);
});
