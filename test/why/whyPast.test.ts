import { expect, it } from "vitest";
import { whyAll } from "#server/backtest/whyPast.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { pastConversation } from "../support/pastConversations.ts";
import { drawing } from "../support/workflowBuilder.ts";

const past = pastConversation({ id: "1", text: "Where is my refund?" });
const ask = (document: ReturnType<typeof drawing>, of = past) =>
  whyAll(of, [{ workflow: "w", document, callees: {} }], {
    registry,
    pasts: [of],
    optionsOf: () => ({ horizon: Number.POSITIVE_INFINITY, callee: () => null }),
    isWorkable: () => true,
  });
const ifRule = (rule: { ref: string; operator: string; operand: string[] }) =>
  drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      ask: ["logic.if", { when: { match: "all", rules: [rule] } }],
      note: ["intercom.addNote", { note: ["Seen"] }],
    },
    ["start.next>ask", "ask.yes>note"],
  );

it("says whose the conversation was, and what would have decided", () => {
  const document = ifRule({ ref: "message.text", operator: "mentions", operand: ["parcel"] });
  expect(ask(document)).toEqual({
    title: "Ada Byron: Where is my refund?",
    startedAt: past.base.createdAt,
    reasons: [
      {
        kind: "wouldRun",
        runs: 1,
        status: "done",
        doubts: [],
        left: {
          node: "ask",
          outlet: "no",
          ended: true,
          because: {
            ref: "message.text",
            operator: "mentions",
            operand: ["parcel"],
            actual: "Where is my refund?",
            met: false,
          },
        },
      },
    ],
  });
});

it("says that it is not certain where a condition goes by what is known of the customer only today", () => {
  const document = ifRule({ ref: "company.plan", operator: "is", operand: ["Pro"] });
  expect(ask(document)).toMatchObject({ reasons: [{ kind: "wouldRun", doubts: ["todays"] }] });
});
