import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { registry } from "#shared/integrations/manifest.ts";
import { WorkflowDocument } from "#shared/workflow/document.ts";
import { topicsOf, validate } from "#shared/workflow/validate.ts";
import { emptyLists, type Lists } from "#shared/workspace/lists.ts";
import { drawing } from "../support/workflowBuilder.ts";

const start: [string, { channel: string }] = ["intercom.conversationStarted", { channel: "any" }];
const codes = (document: WorkflowDocument, lists: Lists | null = null) =>
  validate(document, registry, lists).map(({ code, node }) => [code, node]);

const lists: Lists = {
  ...emptyLists(),
  teams: [{ id: "7", name: "Billing" }],
};
const assignTo = (id: string) =>
  drawing({ start, a: ["intercom.assign", { to: { list: "teams", id } }] }, ["start.next>a"]);

describe("validate", () => {
  it("finds nothing wrong with a whole workflow", () => {
    expect(codes(assignTo("7"), lists)).toEqual([]);
  });
  it("asks for a trigger and an action", () => {
    expect(codes(drawing({}, []))).toEqual([
      ["no-trigger", undefined],
      ["no-action", undefined],
    ]);
  });
  it("names what vanished in Intercom", () => {
    expect(codes(assignTo("8"), lists)).toEqual([["gone", "a"]]);
    const note = (name: string) =>
      drawing({ start, a: ["intercom.addNote", { note: [{ ref: `contact.attributes.${name}` }] }] }, ["start.next>a"]);
    const known = { ...lists, contactAttributes: [{ id: "Plan", name: "Plan" }] };
    expect(codes(note("Tier"), known)).toEqual([["gone", "a"]]);
    expect(codes(note("Plan"), known)).toEqual([]);
    expect(codes(note("Tier"), null)).toEqual([]);
  });
  it("names a setting that is not filled in", () => {
    expect(codes(drawing({ start, a: ["intercom.assign", {}] }, ["start.next>a"]))).toEqual([["setting-missing", "a"]]);
    expect(
      codes(drawing({ start, a: ["intercom.reply", { message: [" "], whenTaken: "skip" }] }, ["start.next>a"])),
    ).toEqual([["setting-missing", "a"]]);
  });
  it("names a rule that compares with nothing", () => {
    const rules = [{ ref: "message.text", operator: "mentions", operand: [] }];
    const document = drawing({ start, i: ["logic.if", { when: { match: "all", rules } }], a: ["intercom.close", {}] }, [
      "start.next>i",
      "i.yes>a",
    ]);
    expect(codes(document)).toEqual([["rule-incomplete", "i"]]);
  });
  it("names circles, loose lines, unknown exits, double lines and lines into triggers", () => {
    const steps = {
      start,
      a: ["intercom.close", {}] as [string, object],
      b: ["intercom.close", {}] as [string, object],
    };
    const of = (...lines: string[]) => codes(drawing(steps as never, lines)).map(([code]) => code);
    expect(of("start.next>a", "a.next>b", "b.next>a")).toContain("circle");
    expect(of("start.next>a", "a.next>gone")).toContain("loose-line");
    expect(of("start.next>a", "a.maybe>b")).toContain("unknown-exit");
    expect(of("start.next>a", "start.next>b")).toContain("two-lines");
    expect(of("start.next>a", "a.next>start")).toContain("line-into-trigger");
    expect(of("start.next>a")).toContain("unreached");
  });
  it("names a value of a step that does not come before", () => {
    const note = ["intercom.addNote", { note: [{ ref: "steps.b.text" }] }] as [string, never];
    expect(
      codes(drawing({ start, a: note, b: ["intercom.addNote", { note: ["x"] }] }, ["start.next>a", "a.next>b"])),
    ).toEqual([["unknown-value", "a"]]);
    expect(
      codes(drawing({ start, b: ["intercom.addNote", { note: ["x"] }], a: note }, ["start.next>b", "b.next>a"])),
    ).toEqual([]);
  });
  it("refuses prototype keys as ids and never throws, whatever the drawing", () => {
    expect(
      WorkflowDocument.safeParse({ ...drawing({}, []), nodes: [{ id: "constructor", type: "x", config: {} }] }).success,
    ).toBe(false);
    const id = fc.constantFrom("a", "b", "c", "d");
    const node = fc.record({
      id,
      type: fc.constantFrom(...registry.keys(), "__proto__", "none"),
      config: fc.dictionary(fc.constantFrom("to", "when", "message", "channel", "tag"), fc.jsonValue()),
    });
    const edge = fc.record({ from: id, outlet: fc.constantFrom("next", "yes", "toString"), to: id });
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), fc.array(edge, { maxLength: 8 }), (nodes, edges) => {
        const document = WorkflowDocument.parse(JSON.parse(JSON.stringify({ format: 1, nodes, edges, layout: [] })));
        for (const { text } of validate(document, registry, lists)) expect(text.en && text.es).toBeTruthy();
      }),
    );
  });
  it("lists the topics a drawing needs", () => {
    expect(topicsOf(assignTo("7"), registry)).toEqual(["conversation.user.created"]);
  });
});
