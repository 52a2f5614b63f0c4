import { expect, it } from "vitest";
import { makeBallot } from "#server/backtest/ballot/makeBallot.ts";
import { simulate } from "#server/backtest/simulation.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { pastConversation } from "../support/pastConversations.ts";
import { drawing } from "../support/workflowBuilder.ts";

const pasts = ["refund", "invoice", "hello", "refund, invoice"].map((text, index) =>
  pastConversation({ id: `${index}`, text }),
);
const routed = (words: string[], team: string, reply: string) =>
  drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      check: [
        "logic.if",
        { when: { match: "any", rules: [{ ref: "message.text", operator: "mentions", operand: words }] } },
      ],
      assign: ["intercom.assign", { to: { list: "teams", id: team } }],
      reply: ["intercom.reply", { message: [reply], whenTaken: "skip" }],
    },
    ["start.next>check", "check.yes>assign", "check.no>reply"],
  );

function compare(now: WorkflowDocument, draft: WorkflowDocument, asked: string[] = []) {
  const deps = { registry, pasts, horizon: Infinity, callee: () => null };
  const [before, after] = [simulate(now, deps, null), simulate(draft, deps, null)];
  if (!before || !after) throw new Error("it was stopped");
  return makeBallot(pasts, before, after, asked);
}

it("shows only conversations whose outcome changes, by the step where they part", () => {
  const { total, changed, groups } = compare(routed(["refund"], "7", "Hi"), routed(["refund", "invoice"], "7", "Hi"));
  expect({ total, changed }).toEqual({ total: 4, changed: 1 });
  expect(groups).toMatchObject([
    {
      node: "check",
      conversations: ["1"],
      now: { entered: true, steps: [{ type: "intercom.reply" }] },
      draft: { entered: true, steps: [{ type: "intercom.assign" }] },
    },
  ]);
});

it("groups by the action whose effect differs, and takes other words to a customer for another outcome", () => {
  const { groups } = compare(routed(["refund"], "7", "Hi"), routed(["refund"], "8", "Hello"));
  expect(groups.map(({ node, conversations }) => [node, conversations])).toEqual([
    ["assign", ["0", "3"]],
    ["reply", ["1", "2"]],
  ]);
});

it("takes no notice of a draft that does the same in another way", () => {
  const now = routed(["refund"], "7", "Hi");
  const renamed = { ...now, nodes: now.nodes.map((node) => ({ ...node, name: `My ${node.id}`, note: "x" })) };
  expect(compare(now, renamed).changed).toBe(0);
});

it("tells what the draft comes to in conversations that are asked for, changed or not, by the same key for the same", () => {
  const [one, other] = [routed(["refund"], "7", "Hi"), routed(["refund", "invoice"], "7", "Hi")];
  const { outcomes, groups, keys } = compare(one, other, ["1", "2", "gone"]);
  expect(outcomes.map(({ conversation }) => conversation)).toEqual(["1", "2"]);
  expect(outcomes[0]?.key).toBe(keys[groups[0]?.id ?? ""]?.draft);
  expect(outcomes[1]?.key).toBe(compare(one, one, ["2"]).outcomes[0]?.key);
});
