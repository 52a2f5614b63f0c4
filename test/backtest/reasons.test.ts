import { expect, it } from "vitest";
import { casesOf } from "#server/backtest/cases.ts";
import { spanOf } from "#server/backtest/counts.ts";
import { simulate } from "#server/backtest/simulation.ts";
import type { Where } from "#shared/api/backtests.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { pastConversation } from "../support/pastConversations.ts";
import { drawing } from "../support/workflowBuilder.ts";

const mentions = (word: string): [string, Record<string, never>] => [
  "logic.if",
  { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: [word] }] } } as never,
];
const note = (words: string): [string, Record<string, never>] => ["intercom.addNote", { note: [words] } as never];

const document = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    refund: mentions("refund"),
    urgent: mentions("urgent"),
    first: note("1"),
    second: note("2"),
    third: note("3"),
  },
  ["start.next>refund", "refund.yes>urgent", "refund.no>third", "urgent.yes>first", "first.next>second"],
);
const at = (day: string) => Date.parse(`${day}T10:00:00.000Z`);
const pasts = [
  pastConversation({ id: "1", text: "urgent: my refund", at: at("2026-01-02") }),
  pastConversation({ id: "2", text: "where is my parcel", at: at("2025-12-30") }),
];

const reasons = (where: Where): [string, string[]][] => {
  const options = { horizon: at("2026-03-01"), callee: () => null };
  const simulation = simulate(document, { registry, pasts, ...options }, null);
  if (!simulation) throw new Error("stopped");
  const { cases } = casesOf(simulation, pasts, where, { skip: 0, limit: 10 }, options);
  return cases.map(({ id, because }) => [id, because.map(({ operand, met }) => `${String(operand)} ${met}`)]);
};

it("a list says what a step's own rules saw; where it has none, what the last rules on the way to it saw", () => {
  expect(reasons({ kind: "exit", node: "refund", outlet: "yes" })).toEqual([["1", ["refund true"]]]);
  expect(reasons({ kind: "node", node: "second" })).toEqual([["1", ["urgent true"]]]);
  expect(reasons({ kind: "node", node: "third" })).toEqual([["2", ["refund false"]]]);
});

it("a trigger's list says nothing of rules: none were asked yet", () => {
  expect(reasons({ kind: "node", node: "start" })).toEqual([
    ["1", []],
    ["2", []],
  ]);
});

it("tells when the first and the last of the conversations began", () => {
  expect(spanOf(pasts)).toEqual({ from: "2025-12-30T10:00:00.000Z", to: "2026-01-02T10:00:00.000Z" });
  expect(spanOf([])).toEqual({ from: null, to: null });
});
