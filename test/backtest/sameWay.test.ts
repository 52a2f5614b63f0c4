import { describe, expect, it } from "vitest";
import { prepare } from "#server/backtest/prepare.ts";
import { goThrough, firstsOf } from "#server/backtest/goThrough.ts";
import { newMark } from "#server/backtest/course.ts";
import { unroll } from "#shared/archive/unroll.ts";
import { trace } from "#shared/engine/trace.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { isRead } from "#shared/nodes/effect.ts";
import { templates } from "#shared/templates/manifest.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import { emptyLists, type Lists } from "#shared/workspace/lists.ts";
import { type Chance, chanceFrom } from "../torture/chance.ts";
import { outletsOf } from "#shared/nodes/define.ts";
import { drawing } from "../support/workflowBuilder.ts";
import { type Lived, liveThrough } from "./livingThrough.ts";
import { conversationOf, madeUpTalk, type Talk } from "./talk.ts";

const named = (names: string[], from: number) => names.map((name, place) => ({ id: String(place + from), name }));
const lists: Lists = {
  ...emptyLists(),
  teams: named(["Support", "Billing", "Onboarding"], 1),
  tags: named(["refund", "bug", "VIP", "invoice", "onboarding"], 31),
  ticketTypes: named(["Refund request", "Bug report", "Outage"], 51),
};
const begun = Date.UTC(2026, 2, 2, 7) / 1000;
const day = 86_400;

const talksOf = (seed: number, count: number): Talk[] => {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, (_, index) =>
    madeUpTalk(chance, `${seed}${index}`, begun + chance.below(3 * day)),
  );
};

/** The same drawing over the same conversations, from the archive. */
function simulatedThrough(document: WorkflowDocument, talks: readonly Talk[], end: number): Map<string, Lived[]> {
  const pasts = talks.map((talk) => {
    const unrolled = unroll(conversationOf(talk));
    if (unrolled.outcome === "refused") throw new Error(unrolled.why.en);
    return unrolled.past;
  });
  const prepared = prepare(document, registry);
  const firsts = firstsOf(prepared, pasts);
  const options = { horizon: end, callee: () => null };
  const gone = new Map<string, Lived[]>();
  for (const past of pasts)
    goThrough(prepared, past, newMark(), firsts, { ...options, logged: true }, ({ start, log, status }) => {
      const way = trace(prepared.compiled, start, log).flatMap(({ node, outlet }) =>
        outlet === null ? [] : [`${node}.${outlet}`],
      );
      const requests = log
        .filter(({ effect, outcome }) => effect.type === "request" && !isRead(effect) && outcome)
        .map(({ effect }) => JSON.stringify(effect));
      gone.set(past.id, [...(gone.get(past.id) ?? []), { trigger: start.trigger, way, status, requests }]);
    });
  return gone;
}

describe.each(templates)("the template $id", (template) => {
  const document = template.document("en", lists);

  it("goes the same way in a simulation as it went live, and asks for the same", async () => {
    for (const seed of [1, 2]) {
      const talks = talksOf(seed, 40);
      const end = (begun + 60 * day) * 1000;
      const [live, simulated] = [await liveThrough(document, talks, end), simulatedThrough(document, talks, end)];
      for (const { id } of talks) expect([id, simulated.get(id)]).toEqual([id, live.get(id)]);
    }
  });
});

type Step = [type: string, config: WorkflowNode["config"]];

/** Steps that change, read, wait for and tell apart what changes in a conversation by itself. */
const kinds: ((chance: Chance) => Step)[] = [
  (chance) => ["intercom.assign", { to: { list: "teams", id: String(1 + chance.below(3)) } }],
  () => ["intercom.assign", { to: { list: "teammates", id: "72" } }],
  (chance) => ["intercom.tag", { tag: String(31 + chance.below(4)) }],
  () => ["intercom.close", {}],
  () => ["intercom.open", {}],
  (chance) => ["intercom.snooze", { for: { amount: 1 + chance.below(30), unit: "hours" } }],
  () => [
    "intercom.addNote",
    { note: ["Team: ", { ref: "conversation.team", fallback: "none" }, " ", { ref: "message.text", fallback: "" }] },
  ],
  () => ["intercom.reply", { message: ["Hello ", { ref: "contact.firstName", fallback: "there" }], whenTaken: "skip" }],
  (chance) => ["logic.delay", { for: { amount: 1 + chance.below(50), unit: "hours" } }],
  (chance) => [
    "logic.waitFor",
    { for: ["customerReplied", "closed"], most: { amount: 1 + chance.below(4), unit: "days" } },
  ],
  () => ["logic.waitFor", { for: ["teammateReplied", "assigned"], most: { amount: 1, unit: "days" } }],
  (chance) => rule({ ref: "conversation.team", operator: "isAnyOf", operand: [String(1 + chance.below(3))] }),
  (chance) => rule({ ref: "conversation.tags", operator: "includesAny", operand: [String(31 + chance.below(4))] }),
  (chance) =>
    rule({
      ref: "conversation.state",
      operator: "isAnyOf",
      operand: [["open", "closed", "snoozed"][chance.below(3)] ?? ""],
    }),
  () => rule({ ref: "conversation.teammate", operator: "isSet" }),
  () => rule({ ref: "conversation.rating", operator: "isSet" }),
  (chance) => rule({ ref: "conversation.waitingSince", operator: "olderThanHours", operand: 1 + chance.below(20) }),
];
const rule = (one: Record<string, string | number | string[]>): Step => [
  "logic.if",
  { when: { match: "all", rules: [one] } },
];

const triggers: Step[] = [
  ["intercom.conversationStarted", { channel: "any" }],
  ["intercom.customerReplied", { channel: "any" }],
  ["intercom.conversationAssigned", { to: null }],
  ["intercom.conversationClosed", { by: "anyone" }],
  ["intercom.conversationTagged", { tag: null }],
];

/** A tree of steps behind one trigger. */
function anyDrawing(chance: Chance): WorkflowDocument {
  const nodes: Record<string, Step> = {
    start: triggers[chance.below(triggers.length)] ?? ["intercom.customerReplied", {}],
  };
  const lines: string[] = [];
  let open = ["start.next"];
  for (let left = 4 + chance.below(8); left > 0 && open.length > 0; left -= 1) {
    const exit = open.splice(chance.below(open.length), 1)[0] ?? "";
    const id = `s${left}`;
    const step = (kinds[chance.below(kinds.length)] ?? (() => ["intercom.close", {}] as Step))(chance);
    nodes[id] = step;
    lines.push(`${exit}>${id}`);
    const spec = registry.get(step[0]);
    if (spec) open = [...open, ...outletsOf(spec, spec.config.parse(step[1])).map((outlet) => `${id}.${outlet.id}`)];
  }
  return drawing(nodes, lines);
}

describe("any drawing", () => {
  it.each([1, 2, 3, 4])(
    "goes the same way in a simulation as it went live, and asks for the same (seed %i)",
    async (seed) => {
      const chance = chanceFrom(seed * 1_000);
      for (let index = 0; index < 10; index += 1) {
        const document = anyDrawing(chance);
        const talks = talksOf(seed * 100 + index, 20);
        const end = (begun + 60 * day) * 1000;
        const [live, simulated] = [await liveThrough(document, talks, end), simulatedThrough(document, talks, end)];
        for (const { id } of talks) expect([id, simulated.get(id)]).toEqual([id, live.get(id)]);
      }
    },
  );
});
