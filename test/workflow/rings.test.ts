import { describe, expect, it } from "vitest";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { ringFaults } from "#shared/workflow/ringFaults.ts";
import { ringsThrough, waysInto } from "#shared/workflow/rings.ts";
import { templates } from "#shared/templates/manifest.ts";
import { drawing } from "../support/workflowBuilder.ts";

type Step = [type: string, config: WorkflowDocument["nodes"][number]["config"]];
const leadCreated: Step = ["intercom.leadCreated", {}];
const eventNamed = (name: string): Step => ["intercom.dataEvent", { names: [name], metadata: [] }];
const track = (name: string): Step => ["intercom.trackEvent", { event: [name] }];
const newLead: Step = ["intercom.createContact", { role: "lead", email: ["a@mail.example"] }];
const call = (workflow: string): Step => ["logic.runWorkflow", { workflow, inputs: [] }];
const ticketOf = (id: string): Step => ["intercom.ticketCreated", { ticketType: { list: "ticketTypes", id } }];
const makeTicket = (ticketType: string): Step => [
  "intercom.createTicket",
  { ticketType, title: ["Again"], link: "no" },
];
const noteThen: Step = ["intercom.addNote", { note: ["So far"] }];

const straight = (start: Step, act: Step) =>
  drawing({ start, note: noteThen, act }, ["start.next>note", "note.next>act"]);
const ways = (id: string, document: WorkflowDocument) => waysInto({ id, name: `The ${id}`, document }, registry);
const rings = (document: WorkflowDocument, others: Record<string, WorkflowDocument> = {}) =>
  ringsThrough(
    ways("own", document),
    Object.entries(others).flatMap(([id, other]) => ways(id, other)),
  );
const faults = (...given: Parameters<typeof rings>) => ringFaults(rings(...given), "own");

describe("workflows that start each other", () => {
  it("are a ring where what a step makes starts its own workflow again", () => {
    expect(faults(straight(leadCreated, newLead))).toMatchObject([
      { level: "advice", code: "ring", node: "act", ring: ["start", "note", "act"] },
    ]);
    expect(faults(straight(eventNamed("paid"), track("Paid")))).toHaveLength(1);
    expect(faults(straight(ticketOf("1"), makeTicket("1")))).toHaveLength(1);
  });

  it("are none where the step makes something else, or what we know for our own when it comes back", () => {
    const userCreated: Step = ["intercom.userCreated", {}];
    const noteAdded: Step = ["intercom.noteAdded", { by: "anyone", teammate: null }];
    const updated: Step = ["intercom.contactUpdated", { kind: "any" }];
    const tagged: Step = ["intercom.contactTagged", { tag: null, kind: "any" }];
    expect(faults(straight(userCreated, newLead))).toEqual([]);
    expect(faults(straight(eventNamed("paid"), track("welcomed")))).toEqual([]);
    expect(faults(straight(ticketOf("1"), makeTicket("2")))).toEqual([]);
    expect(faults(straight(noteAdded, noteThen))).toEqual([]);
    expect(faults(straight(updated, ["intercom.updateContact", { name: ["Ada"] }]))).toEqual([]);
    expect(faults(straight(tagged, ["intercom.tagContact", { tag: "1" }]))).toEqual([]);
  });

  it("are found over several workflows that are on, each named", () => {
    const own = straight(eventNamed("one"), track("two"));
    const others = { b: straight(eventNamed("two"), track("three")), c: straight(eventNamed("three"), track("one")) };
    expect(faults(own, { b: others.b })).toEqual([]);
    const [fault] = faults(own, others);
    expect(fault?.ring).toEqual(["start", "note", "act"]);
    expect(fault?.text.en).toContain("by way of “The b” and “The c”");
    expect(fault?.text.es).toContain("a través de «The b» y «The c»");
    expect(rings(own, others)[0]?.legs.map(({ workflow }) => workflow)).toEqual(["own", "b", "c"]);
  });

  it("are found where they run each other", () => {
    const called: Step = ["logic.called", { inputs: [] }];
    expect(faults(straight(called, call("b")), { b: straight(called, call("own")) })).toHaveLength(1);
    expect(faults(straight(called, call("own")))).toHaveLength(1);
    expect(faults(straight(called, call("b")), { b: straight(leadCreated, call("own")) })).toEqual([]);
  });

  it("are taken to be meant where a condition stands in between, but seen where one way goes past it", () => {
    const rules = [{ ref: "contact.email", operator: "isSet" }];
    const decide: Step = ["logic.if", { when: { match: "all", rules } }];
    const steps = { start: leadCreated, if: decide, act: newLead };
    const guarded = drawing(steps, ["start.next>if", "if.yes>act"]);
    expect(faults(guarded)).toEqual([]);
    expect(rings(guarded)).toMatchObject([{ guarded: true, legs: [{ steps: ["start", "if", "act"] }] }]);
    const split: Step = ["logic.parallel", registry.get("logic.parallel")?.example as Step[1]];
    const spec = registry.get("logic.parallel");
    const exits = spec?.kind === "flow" ? spec.outlets(spec.config.parse(spec.example)).map(({ id }) => id) : [];
    const past = drawing({ ...steps, split }, [
      "start.next>split",
      `split.${exits[0]}>if`,
      "if.yes>act",
      `split.${exits[1]}>act`,
    ]);
    expect(faults(past)).toMatchObject([{ ring: ["start", "split", "act"] }]);
  });

  it("are none where the trigger lets each customer in once, and none of our templates is one", () => {
    const document = straight(leadCreated, newLead);
    const nodes = document.nodes.map((node) => (node.id === "start" ? { ...node, once: "contact" as const } : node));
    expect(faults({ ...document, nodes })).toEqual([]);
    for (const template of templates) expect(faults(template.document("en", null))).toEqual([]);
  });

  it("are told once, also where several triggers stand on one way", () => {
    const two = drawing({ a: leadCreated, b: eventNamed("x"), act: newLead }, ["a.next>act", "b.next>act"]);
    expect(faults(two)).toHaveLength(1);
  });
});
