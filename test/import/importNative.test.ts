import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importNative } from "#shared/import/importNative.ts";
import { nativeId } from "#shared/import/nativeId.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { WorkflowDocument } from "#shared/workflow/document.ts";
import { validate } from "#shared/workflow/validate.ts";
import { emptyLists, type Lists } from "#shared/workspace/lists.ts";

const lists: Lists = {
  ...emptyLists(),
  teams: [{ id: "7", name: "Billing" }],
  teammates: [{ id: "8", name: "Ada" }],
  tags: [{ id: "3", name: "Refund" }],
  contactAttributes: [{ id: "Tier", name: "Tier", type: "list", options: ["Gold", "Iron"] }],
  conversationAttributes: [{ id: "Seats", name: "Seats", type: "number" }],
};

const exportOf = (snapshot: object, more: object = {}) => ({
  export_version: "1.0",
  app_id: 1,
  workflow: { id: "5", title: "Sorting", trigger_type: "inbound_conversation", snapshot, ...more },
});
const take = (snapshot: object, more: object = {}) => importNative(exportOf(snapshot, more), registry, lists);

/** Steps as "type settings", and lines as "type.exit>type". */
function drawn({ document }: ReturnType<typeof take>) {
  const typeOf = (id: string) => document.nodes.find((node) => node.id === id)?.type.split(".")[1] ?? "";
  return {
    steps: document.nodes.map(({ type, config }) => [type, config]),
    lines: document.edges.map(({ from, outlet, to }) => `${typeOf(from)}.${outlet}>${typeOf(to)}`),
  };
}

describe("a workflow that was drawn in Intercom", () => {
  it("comes over with its trigger, its actions and their entries of the workspace, in its order", () => {
    const taken = take(
      {
        start_step_id: "a",
        steps: [
          { id: "c", type: "snooze", duration: { amount: 2, unit: "days" }, next_step_id: "d" },
          {
            id: "b",
            type: "assign_to_team",
            team: "x",
            assignee: { type: "team", name: "Billing" },
            next_step_id: "c",
          },
          { id: "a", type: "apply_tag", tag_ids: ["3"], next_step_id: "b" },
          { id: "d", type: "wait", seconds: 5400, next_step_id: "e" },
          { id: "e", type: "set_conversation_attribute", attribute_name: "Seats", value: "4", next_step_id: "f" },
          { id: "f", type: "close_conversation" },
        ],
      },
      { target_channels: ["chat", "email"] },
    );
    expect(taken.name).toBe("Sorting");
    expect(taken.notes).toEqual([]);
    expect(validate(taken.document, registry, lists)).toEqual([]);
    expect(drawn(taken).steps).toEqual([
      ["intercom.conversationStarted", { channel: "conversation", automatic: "skip" }],
      ["intercom.conversationStarted", { channel: "email", automatic: "skip" }],
      ["intercom.tag", { tag: "3" }],
      ["intercom.assign", { to: { list: "teams", id: "7" } }],
      ["intercom.snooze", { for: { amount: 2, unit: "days" } }],
      ["logic.delay", { for: { amount: 90, unit: "minutes" } }],
      ["intercom.setConversationAttribute", { attribute: "Seats", value: { type: "number", value: 4 } }],
      ["intercom.close", {}],
    ]);
    expect(taken.document.layout.map(({ x, y }) => [x / 336, y / 160])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [5, 0],
      [6, 0],
    ]);
  });

  it("keeps values in a message, and says which do not exist here", () => {
    const body = '<p>Hello {{ first_name | fallback: "there" }}, {{user.shoe_size}} fits.</p>';
    const taken = take({ steps: [{ id: "a", type: "send_message", body }] });
    expect(drawn(taken).steps[1]).toEqual([
      "intercom.reply",
      { message: ["Hello ", { ref: "contact.firstName", fallback: "there" }, ", ", " fits."], whenTaken: "skip" },
    ]);
    expect(taken.notes.map(({ text, node }) => [text.en, node])).toEqual([
      ["Values that do not exist here were left out of the text: user.shoe_size.", "n2"],
    ]);
  });

  it("makes of a message with buttons a reply, a wait for the press and a way for each", () => {
    const taken = take({
      steps: [
        { id: "a", type: "send_message", body: "What is it?", next_step_id: "b" },
        {
          id: "b",
          type: "reply_buttons",
          buttons: [
            { label: "Money", next_step_id: "c" },
            { label: "Else", next_step_id: "d" },
          ],
        },
        { id: "c", type: "assign", team_id: "7" },
        { id: "d", type: "close" },
      ],
    });
    expect(validate(taken.document, registry, lists)).toEqual([]);
    expect(drawn(taken).lines).toEqual([
      "reply.next>waitFor",
      "waitFor.customerReplied>splitByValue",
      "conversationStarted.next>reply",
      "splitByValue.b1>assign",
      "splitByValue.b2>close",
    ]);
  });

  it("makes of targeting and branches rules, and leaves an unfinished one for each that it does not know", () => {
    const taken = take(
      {
        steps: [
          {
            id: "a",
            type: "branch",
            branches: [
              {
                next_step_id: "b",
                operator: "or",
                predicates: [
                  { attribute: "Tier", comparison: "eq", value: "Gold" },
                  { attribute: "message_body", comparison: "contains", value: ["refund"] },
                ],
              },
              { next_step_id: "c", predicates: [{ attribute: "moon_phase", comparison: "eq", value: "full" }] },
              { label: "Else", next_step_id: "c" },
            ],
          },
          { id: "b", type: "assign", assignee_type: "admin", assignee_id: "8" },
          { id: "c", type: "close" },
        ],
      },
      { targeting: { operator: "and", predicates: [{ attribute: "role", comparison: "eq", value: "contact_role" }] } },
    );
    const { steps, lines } = drawn(taken);
    const all = (rules: object[], match = "all") => ["logic.if", { when: { match, rules } }];
    expect(steps.slice(1, 4)).toEqual([
      all([{ ref: "contact.role", operator: "isAnyOf", operand: ["lead"] }]),
      all(
        [
          { ref: "contact.attributes.Tier", operator: "isAnyOf", operand: ["Gold"] },
          { ref: "message.text", operator: "mentions", operand: ["refund"] },
        ],
        "any",
      ),
      all([{ ref: "message.text", operator: "mentions", operand: [] }]),
    ]);
    expect(lines).toEqual([
      "conversationStarted.next>if",
      "if.no>if",
      "if.yes>if",
      "if.yes>assign",
      "if.yes>close",
      "if.no>close",
    ]);
    expect(taken.notes.map(({ text }) => text.en)).toEqual([
      expect.stringMatching(/^A rule about this .*: moon_phase\./),
    ]);
    expect(validate(taken.document, registry, lists).map(({ code }) => code)).toEqual(["rule-incomplete"]);
  });

  it("keeps the place of what has no counterpart with a Stop under its name, and loses no step after it", () => {
    const taken = take({
      steps: [
        { id: "a", type: "let_fin_answer", title: "Let Fin answer", next_step_id: "b" },
        { id: "b", type: "show_typing", next_step_id: "c" },
        { id: "c", type: "close" },
      ],
    });
    expect(taken.document.nodes.map(({ type, name }) => [type, name])).toEqual([
      ["intercom.conversationStarted", undefined],
      ["logic.stop", "Was: Let Fin answer"],
      ["intercom.close", undefined],
    ]);
    expect(drawn(taken).lines).toEqual(["conversationStarted.next>stop"]);
    expect(taken.notes.map(({ text, node }) => [text.en.split(".")[0], node])).toEqual([
      ["“Let Fin answer” has no counterpart here", "n2"],
      ["“Show typing” has no counterpart here", undefined],
    ]);
  });

  it("joins what stands around a step that does nothing by itself", () => {
    const taken = take({ steps: [{ type: "show_typing" }, { type: "close" }] });
    expect(drawn(taken).lines).toEqual(["conversationStarted.next>close"]);
  });

  it("leaves out a line that goes back, and says so", () => {
    const taken = take({
      steps: [
        { id: "a", type: "delay", minutes: 5, next_step_id: "b" },
        { id: "b", type: "apply_tag", tag_id: "3", next_step_id: "a" },
      ],
    });
    expect(validate(taken.document, registry, lists)).toEqual([]);
    expect(taken.notes.map(({ text, node }) => [text.en.slice(0, 16), node])).toEqual([["A line went back", "n3"]]);
  });

  it("reads groups of steps, and lines that stand apart", () => {
    const grouped = take({
      groups: [
        {
          id: "g1",
          steps: [
            { type: "apply_tag", tag_id: "3" },
            { type: "assign", team_id: "7" },
          ],
          next_id: "g2",
        },
        { id: "g2", steps: [{ type: "close" }] },
      ],
    });
    const apart = take({
      nodes: {
        a: { type: "apply_tag", tag_id: "3" },
        b: { type: "close" },
      },
      edges: [{ source: "a", target: "b" }],
    });
    expect(drawn(grouped).lines).toContain("assign.next>close");
    expect(drawn(apart).lines).toEqual(["conversationStarted.next>tag", "tag.next>close"]);
  });

  it("says that a trigger is unknown, or that nothing could be read", () => {
    const said = (exported: unknown) => importNative(exported, registry, lists).notes.map(({ text }) => text.en);
    expect(said(exportOf({}, { trigger_type: "visits_a_page" }))).toEqual([
      "“Visits a page” starts nothing here. Choose a trigger.",
      "No steps could be read from the export.",
    ]);
    expect(said(null)[0]).toBe("The export does not say what starts it. Choose a trigger.");
  });

  it("makes a drawing that can be opened of whatever is given", () => {
    const kinds = [
      "send_message",
      "reply_buttons",
      "branch",
      "assign",
      "tag",
      "fin",
      "show_typing",
      "wait",
      "hours",
      "x",
    ];
    const to = fc.option(fc.constantFrom("a", "b", "c", "d", "__proto__", "constructor", 1));
    const anything = fc.anything({ maxDepth: 3, withNullPrototype: true });
    const step = fc.record(
      {
        id: fc.constantFrom("a", "b", "c", "d", "__proto__", 1),
        type: fc.constantFrom(...kinds),
        next_step_id: to,
        else_step_id: to,
        body: anything,
        tag_id: anything,
        assignee: anything,
        duration: anything,
        predicates: anything,
        buttons: fc.array(fc.record({ label: anything, next_step_id: to }, { requiredKeys: [] }), { maxLength: 4 }),
      },
      { requiredKeys: ["type"] },
    );
    const exported = fc.oneof(
      anything,
      fc.record({ steps: fc.array(step, { maxLength: 8 }), start: to }).map((snapshot) => exportOf(snapshot)),
      fc
        .record({ targeting: anything, snapshot: anything, target_channels: anything })
        .map((more) => exportOf({}, more)),
    );
    fc.assert(
      fc.property(exported, (given) => {
        const { name, document } = importNative(given, registry, lists);
        expect(name.length).toBeGreaterThan(0);
        expect(WorkflowDocument.safeParse(document).error).toBeUndefined();
        expect(document.layout).toHaveLength(document.nodes.length);
        const structural = [
          "circle",
          "loose-line",
          "two-lines",
          "line-into-trigger",
          "same-step-twice",
          "unknown-type",
        ];
        expect(validate(document, registry, lists).filter(({ code }) => structural.includes(code))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("what names a workflow of Intercom's", () => {
  it.each([
    ["67890", "67890"],
    [" https://app.intercom.com/a/apps/ab12cd/operator/workflows/67890/edit?tab=1 ", "67890"],
    [
      "https://app.eu.intercom.com/a/apps/x/workflows/0b8a3c1e-8f0e-4c5e-9d0a-1f2e3d4c5b6a",
      "0b8a3c1e-8f0e-4c5e-9d0a-1f2e3d4c5b6a",
    ],
    ["https://app.intercom.com/a/apps/ab12cd/workflows", null],
    ["", null],
  ])("is found in “%s”", (given, id) => {
    expect(nativeId(given)).toBe(id);
  });
});
