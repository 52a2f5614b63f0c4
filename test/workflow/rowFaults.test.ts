import { describe, expect, it } from "vitest";
import type { HookField } from "#shared/hooks/hookField.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Json } from "#shared/nodes/define.ts";
import { refsIn } from "#shared/nodes/refsIn.ts";
import { validate } from "#shared/workflow/validate.ts";
import { emptyLists, type Lists } from "#shared/workspace/lists.ts";
import { drawing } from "../support/workflowBuilder.ts";

const lists: Lists = {
  ...emptyLists(),
  contactAttributes: [
    { id: "Seats", name: "Seats", type: "number" },
    { id: "Tier", name: "Plan tier", type: "text" },
  ],
  ticketTypes: [{ id: "1", name: "Bug" }],
  ticketAttributes: [
    { id: "1:Amount", name: "Amount", type: "number" },
    { id: "2:Colour", name: "Colour", type: "text" },
  ],
};

const start = ["intercom.conversationStarted", { channel: "any" }] as const;
const faults = (type: string, config: object) =>
  validate(drawing({ start: [...start], a: [type, { ...config }] }, ["start.next>a"]), registry, lists)
    .filter(({ node }) => node === "a")
    .map(({ code, field }) => [code, field]);

const rows = (...attributes: object[]) => faults("intercom.updateContact", { attributes });
const seats = { attribute: "Seats", value: { type: "number", value: 4 } };

describe("settings of several rows", () => {
  it("pass where each has its value", () => {
    expect(rows(seats, { attribute: "Tier", value: { type: "text", value: ["Gold"] } })).toEqual([]);
  });

  it("say which row is not filled in, twice there, gone, or of another type", () => {
    expect(rows({ attribute: "Tier" })).toEqual([["setting-missing", "attributes"]]);
    expect(rows({ attribute: "Tier", value: { type: "text", value: [" "] } })).toEqual([
      ["setting-missing", "attributes"],
    ]);
    expect(rows(seats, seats)).toEqual([["same-twice", "attributes"]]);
    expect(rows({ attribute: "Old", value: { type: "text", value: ["a"] } })).toEqual([["gone", "attributes"]]);
    expect(rows({ attribute: "Seats", value: { type: "text", value: ["a"] } })).toEqual([["other-type", "attributes"]]);
  });

  it("refuse a ticket attribute of another ticket type", () => {
    const create = (attribute: string, value: object) =>
      faults("intercom.createTicket", {
        ticketType: "1",
        title: ["Broken"],
        link: "no",
        attributes: [{ attribute, value }],
      });
    expect(create("1:Amount", { type: "number", value: 1 })).toEqual([]);
    expect(create("2:Colour", { type: "text", value: ["red"] })).toEqual([["gone", "attributes"]]);
  });

  it("say which name is there twice or has no value, and which text is empty", () => {
    const event = (...metadata: object[]) => faults("intercom.trackEvent", { event: ["a"], metadata });
    expect(event({ name: "plan", value: ["Gold"] })).toEqual([]);
    expect(event({ name: "plan", value: [] })).toEqual([["setting-missing", "metadata"]]);
    expect(event({ name: " ", value: ["a"] })).toEqual([["setting-missing", "metadata"]]);
    expect(event({ name: "a", value: ["1"] }, { name: "a", value: ["2"] })).toEqual([["same-twice", "metadata"]]);
    const reply = { message: ["Hi"], whenTaken: "send", quickReplies: ["Yes", ""] };
    expect(faults("intercom.reply", reply)).toEqual([["setting-missing", "quickReplies"]]);
  });

  it("take a text that may be left out and is empty as left out", () => {
    expect(faults("intercom.updateContact", { name: [], attributes: [seats] })).toEqual([]);
    expect(faults("intercom.trackEvent", { event: [] })).toEqual([["setting-missing", "event"]]);
  });

  it("tell the values they refer to", () => {
    const node = registry.get("intercom.trackEvent");
    const metadata = [{ name: "plan", value: [{ ref: "company.plan" }] }];
    expect(node && refsIn(node, node.config.parse({ event: ["a"], metadata }))).toEqual([
      { field: "metadata", ref: "company.plan" },
    ]);
    const gone = { name: "plan", value: [{ ref: "steps.nowhere.name" }] };
    expect(faults("intercom.trackEvent", { event: ["a"], metadata: [gone] })).toEqual([["unknown-value", "metadata"]]);
  });
});

describe("values picked of what another tool sends", () => {
  const total: HookField = { id: "total", name: "Total", path: ["total"], type: "number" };
  const check = (fields: HookField[], note: Json[] = ["x"]) =>
    validate(
      drawing(
        {
          call: ["logic.webhook", { proof: "secret", fields }],
          note: ["intercom.noteContact", { note }],
        },
        ["call.next>note"],
      ),
      registry,
      lists,
    ).map(({ node, code, field }) => [node, code, field]);

  it("have a name each, of their own", () => {
    expect(check([total, { ...total, id: "b", name: "Tax" }])).toEqual([]);
    expect(check([{ ...total, name: " " }])).toEqual([["call", "setting-missing", "fields"]]);
    expect(check([total, { ...total, id: "b", name: "Total " }])).toEqual([["call", "same-twice", "fields"]]);
    expect(check([total, { ...total, name: "Tax" }])).toEqual([["call", "same-twice", "fields"]]);
  });

  it("are told of where a later step uses one that is picked no longer", () => {
    const note = [{ ref: "steps.call.total" }];
    expect(check([total], note)).toEqual([]);
    expect(check([], note)).toEqual([["note", "gone", "note"]]);
  });
});

it("says that a value which is to be a date holds none", () => {
  expect(faults("intercom.snoozeUntil", { until: "message.text" })).toEqual([["other-type", "until"]]);
  expect(faults("intercom.snoozeUntil", { until: "conversation.createdAt" })).toEqual([]);
});
