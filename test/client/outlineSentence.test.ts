import { describe, expect, it } from "vitest";
import { outlineSentence } from "#client/workflows/outlineSentence.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { createSpeech } from "#shared/language/speech.ts";
import type { Language } from "#shared/language/text.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { valueLabels } from "#shared/workflow/valuesInScope.ts";
import { emptyLists, type Lists } from "#shared/workspace/lists.ts";
import { drawing } from "../support/workflowBuilder.ts";

const lists: Lists = {
  ...emptyLists(),
  teams: [{ id: "7", name: "Billing" }],
  tags: [{ id: "1", name: "Refund" }],
};
const sentence = (document: WorkflowDocument, language: Language = "en") =>
  outlineSentence(document, registry, createSpeech(language, lists, valueLabels(document, registry, lists)));

const start = ["intercom.conversationStarted", { channel: "any" }] as [string, { channel: string }];
const when = { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: ["refund"] }] };
const ask = ["logic.if", { when }] as [string, { when: typeof when }];
const assign = ["intercom.assign", { to: { list: "teams", id: "7" } }] as [
  string,
  { to: { list: string; id: string } },
];
const tag = ["intercom.tag", { tag: "1" }] as [string, { tag: string }];
const close = ["intercom.close", {}] as [string, Record<string, never>];

describe("the sentence that outlines a drawing", () => {
  it("tells the trigger, the condition and what is done, with names", () => {
    const document = drawing({ start, ask, assign }, ["start.next>ask", "ask.yes>assign"]);
    expect(sentence(document)).toBe(
      "When a customer starts a conversation, if message mentions “refund”, assign to Billing",
    );
    expect(sentence(document, "es")).toBe(
      "Cuando un cliente inicia una conversación, si el mensaje menciona «refund», asignar a Billing",
    );
  });
  it("joins what is done in a row, as a person would", () => {
    const document = drawing({ start, assign, tag, close }, ["start.next>assign", "assign.next>tag", "tag.next>close"]);
    expect(sentence(document)).toBe(
      "When a customer starts a conversation, assign to Billing, tag with Refund and close the conversation",
    );
  });
  it("names the way it tells, where that is not the first one", () => {
    expect(sentence(drawing({ start, ask, close }, ["start.next>ask", "ask.no>close"]))).toBe(
      "When a customer starts a conversation, if message mentions “refund” (no), close the conversation",
    );
    const cases = [{ id: "pro", label: "Pro", values: ["Pro"] }];
    const split = ["logic.splitByValue", { value: "company.plan", cases }] as [
      string,
      { value: string; cases: typeof cases },
    ];
    expect(sentence(drawing({ start, split, close }, ["start.next>split", "split.otherwise>close"]))).toBe(
      "When a customer starts a conversation, split by company plan (otherwise), close the conversation",
    );
  });
  it("takes the first way that leads somewhere", () => {
    const document = drawing({ start, ask, assign, close }, ["start.next>ask", "ask.no>close", "ask.yes>assign"]);
    expect(sentence(document)).toContain("“refund”, assign to Billing");
  });
  it("marks a step that is not filled in yet", () => {
    const open = ["intercom.assign", {}] as [string, Record<string, never>];
    expect(sentence(drawing({ start, open }, ["start.next>open"]))).toBe(
      "When a customer starts a conversation, assign …",
    );
  });
  it("tells a trigger alone, and nothing where nothing starts it", () => {
    expect(sentence(drawing({ start }, []))).toBe("When a customer starts a conversation");
    expect(sentence(drawing({ close }, []))).toBeNull();
    expect(sentence(drawing({}, []))).toBeNull();
  });
  it("ends a long drawing with an ellipsis", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const nodes = Object.fromEntries(ids.map((id) => [id, close]));
    const lines = ["start.next>a", ...ids.slice(1).map((id, place) => `${ids[place]}.next>${id}`)];
    expect(sentence(drawing({ start, ...nodes }, lines))).toMatch(/, …$/);
  });
  it("ends on a circle, on a line into nothing and on an unknown kind of step", () => {
    expect(sentence(drawing({ start, a: close, b: close }, ["start.next>a", "a.next>b", "b.next>a"]))).toBe(
      "When a customer starts a conversation, close the conversation and close the conversation",
    );
    expect(sentence(drawing({ start }, ["start.next>gone"]))).toBe("When a customer starts a conversation");
    const strange = ["none.such", {}] as [string, Record<string, never>];
    expect(sentence(drawing({ start, strange }, ["start.next>strange"]))).toBe("When a customer starts a conversation");
  });
});
