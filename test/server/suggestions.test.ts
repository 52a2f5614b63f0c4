import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import type { SuggestionPart } from "#shared/suggestions/suggestion.ts";
import { draftOf } from "#shared/suggestions/draftOf.ts";
import { fillArchive, pastConversation, toTeam } from "../support/pastConversations.ts";
import { type Program, startProgram } from "../support/program.ts";

let program: Program;
let team = { id: "", name: "" };
beforeAll(async () => {
  program = await startProgram();
  const teams = async () => (await program.call(routes.getLists, {})).lists.teams;
  await vi.waitUntil(async () => (await teams()).length > 0, { timeout: 5_000, interval: 20 });
  team = (await teams())[0] ?? team;
});
afterAll(() => program.remove());

const list = () => program.call(routes.listSuggestions, {});

/** One in five asks for a refund, and nearly all of these go to a team by hand, an hour later. */
const pasts = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => {
    const isRefund = index % 5 === 0;
    return pastConversation({
      id: String(50_000 + from + index),
      text: isRefund
        ? `${index % 2 === 0 ? "I want a" : "Where is my"} refund, number ${index}`
        : `How do I export list ${index}?`,
      at: Date.parse("2026-01-01T08:00:00Z") + (from + index) * 3_600_000,
      later: isRefund && index % 50 !== 0 ? [toTeam(team.id)] : [],
    });
  });

describe("suggestions over HTTP", () => {
  it("say how many conversations there are where that is too few", async () => {
    expect(await list()).toEqual({ suggestions: [], conversations: 0, needed: 120 });
  });

  it("find what people do in the archive, name the team, and count what a simulation of the draft counts", async () => {
    fillArchive(program.folder, pasts(400));
    const { suggestions, conversations } = await list();
    expect(conversations).toBe(400);
    expect(suggestions).toMatchObject([
      {
        feature: { kind: "words", words: "refund" },
        done: { kind: "team", id: team.id, name: team.name },
        byHand: true,
        all: { matched: 80, went: 72, base: 0.18 },
        learned: { matched: 56 },
        checked: { matched: 24 },
        usuallyAfterMs: 3_600_000,
      },
    ]);
    const [suggestion] = suggestions;
    if (!suggestion) throw new Error("nothing was found");

    const { feature, done, all, learned, checked } = suggestion;
    const cases = (part: SuggestionPart, window: { skip?: number; limit?: number } = {}) =>
      program.call(routes.listSuggestionCases, { body: { feature, done, part, ...window } });
    const whole = await cases("all", { limit: 1_000 });
    expect(whole.total).toBe(all.matched);
    expect(whole.cases.filter(({ went }) => went)).toHaveLength(all.went);
    expect(whole.cases.every(({ excerpt }) => excerpt.includes("refund"))).toBe(true);
    expect(whole.cases.map(({ createdAt }) => createdAt)).toEqual(
      whole.cases
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .toReversed(),
    );
    expect([(await cases("learned")).total, (await cases("checked")).total]).toEqual([
      learned.matched,
      checked.matched,
    ]);
    expect((await cases("all", { skip: 10, limit: 3 })).cases).toEqual(whole.cases.slice(10, 13));
    const unknown = { feature, done: { kind: "close" as const }, part: "all" as const };
    expect((await program.ask(routes.listSuggestionCases, { body: unknown })).status).toBe(404);

    const { lists } = await program.call(routes.getLists, {});
    const document = draftOf(suggestion, lists);
    const body = { name: "Refunds", document };
    const { id, faults } = await program.call(routes.createWorkflow, { body });
    expect(faults).toEqual([]);
    const counted = await program.call(routes.countBacktest, { params: { id }, body: { document } });
    expect(counted.exits).toContainEqual({ node: "ask", outlet: "yes", count: 80 });
  });

  it("are looked for anew once the archive has changed", async () => {
    fillArchive(program.folder, pasts(100, 400));
    expect((await list()).suggestions).toMatchObject([{ all: { matched: 100 } }]);
  });
});
