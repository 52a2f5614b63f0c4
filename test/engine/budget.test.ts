import { expect, it } from "vitest";
import { budgetOf } from "#shared/engine/budget.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { drawing } from "../support/workflowBuilder.ts";

type Step = Parameters<typeof drawing>[0][string];
const start: Step = ["intercom.conversationStarted", { channel: "any" }];
const rule = (ref: string, operator: string, operand: string[]): Step => [
  "logic.if",
  { when: { match: "all", rules: [{ ref, operator, operand }] } },
];
const close: Step = ["intercom.close", {}];
const budget = (nodes: Record<string, Step>, lines: string[]) => budgetOf(compile(drawing(nodes, lines), registry));

it("counts nothing for what the event brings", () => {
  const steps = { start, q: rule("message.text", "mentions", ["refund"]), close };
  expect(budget(steps, ["start.next>q", "q.yes>close"])).toEqual({ reads: 0, writes: 1 });
});

it("counts nothing for what a search or a hand brings, which it reads at once", () => {
  const named = rule("contact.name", "is", ["Ada"]);
  const owned = rule("conversation.state", "isAnyOf", ["open"]);
  const from = (type: string, config: Step[1], next: Step) =>
    budget({ start: [type, config], next, close }, ["start.next>next", "next.yes>close"]).reads;
  const scheduled = (type: string) => registry.get(type)?.example as Step[1];
  expect([
    from("logic.byHand", { for: "contact" }, named),
    from("logic.byHand", {}, owned),
    from("logic.scheduleContacts", scheduled("logic.scheduleContacts"), named),
    from("logic.schedule", scheduled("logic.schedule"), owned),
  ]).toEqual([0, 0, 0, 0]);
  expect([
    from("logic.byHand", {}, named),
    from("logic.byHand", { for: "ticket" }, named),
    from("logic.scheduleOnce", scheduled("logic.scheduleOnce"), named),
  ]).toEqual([1, 1, 1]);
});

it("counts the customer and the company once each, however often they are used", () => {
  const steps = {
    start,
    plan: rule("company.plan", "is", ["Pro"]),
    name: rule("contact.name", "is", ["Ada"]),
    again: rule("company.plan", "is", ["Pro"]),
    close,
  };
  const lines = ["start.next>plan", "plan.yes>name", "name.yes>again", "again.yes>close"];
  expect(budget(steps, lines)).toEqual({ reads: 2, writes: 1 });
});

it("takes the costliest way, and reads anew after a rest", () => {
  const steps = {
    start,
    q: rule("message.text", "mentions", ["refund"]),
    close,
    wait: ["logic.delay", { for: { amount: 1, unit: "hours" } }] as Step,
    open: rule("conversation.state", "isAnyOf", ["open"]),
    turns: ["intercom.takeTurns", { team: "7" }] as Step,
  };
  const lines = ["start.next>q", "q.no>close", "q.yes>wait", "wait.next>open", "open.yes>turns"];
  // The conversation again, who is there, and the assignment.
  expect(budget(steps, lines)).toEqual({ reads: 2, writes: 1 });
});

it("counts every branch of those that go at the same time", () => {
  const steps = {
    start,
    fork: ["logic.parallel", { ways: 2, most: { amount: 1, unit: "days" } }] as Step,
    a: ["intercom.addNote", { note: ["a"] }] as Step,
    b: ["intercom.addNote", { note: ["b"] }] as Step,
    close,
  };
  const lines = ["start.next>fork", "fork.way1>a", "fork.way2>b", "fork.done>close"];
  expect(budget(steps, lines)).toEqual({ reads: 0, writes: 3 });
});

it("takes one exit of a wait, and a loop's inside once", () => {
  const steps = {
    start,
    wait: ["logic.waitFor", { for: ["customerReplied", "closed"], most: { amount: 1, unit: "days" } }] as Step,
    each: ["logic.forEach", { list: "conversation.tags", most: 50 }] as Step,
    a: ["intercom.addNote", { note: ["a"] }] as Step,
    close,
  };
  const lines = ["start.next>wait", "wait.customerReplied>each", "wait.closed>close", "each.each>a"];
  // After the wait the conversation is read again for its tags.
  expect(budget(steps, lines)).toEqual({ reads: 1, writes: 1 });
});
