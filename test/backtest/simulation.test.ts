import { describe, expect, it } from "vitest";
import { casesOf } from "#server/backtest/cases.ts";
import { countsOf } from "#server/backtest/counts.ts";
import { simulate, type Simulation } from "#server/backtest/simulation.ts";
import type { Past } from "#shared/archive/past.ts";
import { unroll } from "#shared/archive/unroll.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import { type Chance, chanceFrom } from "../torture/chance.ts";
import { drawing } from "../support/workflowBuilder.ts";
import { conversationOf, type Happened, madeUpTalk, type Talk } from "./talk.ts";

const begun = Date.UTC(2026, 2, 2, 9) / 1000;
const hour = 3600;
const day = 86_400;

const pastOf = (talk: Talk): Past => {
  const unrolled = unroll(conversationOf(talk));
  if (unrolled.outcome === "refused") throw new Error(unrolled.why.en);
  return unrolled.past;
};
const talk = (id: string, words: string, happened: Happened[] = [], more: Partial<Talk> = {}): Talk => ({
  id,
  began: begun,
  channel: "email",
  words,
  customer: 1,
  attributes: {},
  happened,
  ...more,
});

const horizon = (begun + 90 * day) * 1000;
const deps = (pasts: readonly Past[]) => ({ registry, pasts, horizon, callee: () => null });
function simulated(document: WorkflowDocument, pasts: readonly Past[], before: Simulation | null = null): Simulation {
  const simulation = simulate(document, deps(pasts), before);
  if (!simulation) throw new Error("stopped");
  return simulation;
}

type Step = [type: string, config: WorkflowNode["config"]];
const started: Step = ["intercom.conversationStarted", { channel: "any", automatic: "skip" }];
const mentions = (...words: string[]): Step => [
  "logic.if",
  { when: { match: "any", rules: [{ ref: "message.text", operator: "mentions", operand: words }] } },
];
const toTeam = (id: string): Step => ["intercom.assign", { to: { list: "teams", id } }];
const ifTeam = (id: string): Step => [
  "logic.if",
  { when: { match: "all", rules: [{ ref: "conversation.team", operator: "isAnyOf", operand: [id] }] } },
];
const waitForReply: Step = ["logic.waitFor", { for: ["customerReplied"], most: { amount: 2, unit: "days" } }];
const reply: Step = ["intercom.reply", { message: ["We are on it."], whenTaken: "send" }];
const close: Step = ["intercom.close", {}];

const countAt = (simulation: Simulation, node: string, outlet?: string): number => {
  const { nodes, exits } = countsOf(simulation);
  return (
    (outlet === undefined
      ? nodes.find((each) => each.node === node)
      : exits.find((each) => each.node === node && each.outlet === outlet)
    )?.count ?? 0
  );
};

describe("a simulation", () => {
  it("counts who would have gone which way, each conversation once", () => {
    const document = drawing({ start: started, if: mentions("refund"), team: toTeam("2") }, [
      "start.next>if",
      "if.yes>team",
    ]);
    const pasts = [talk("1", "Refund please"), talk("2", "REFÚND?"), talk("3", "Something else")].map(pastOf);
    const simulation = simulated(document, pasts);
    expect(countsOf(simulation)).toMatchObject({ total: 3, entered: 3, doubtful: 0, notEntered: [] });
    expect([countAt(simulation, "if", "yes"), countAt(simulation, "if", "no"), countAt(simulation, "team")]).toEqual([
      2, 1, 2,
    ]);
    const { cases, total } = casesOf(
      simulation,
      pasts,
      { kind: "exit", node: "if", outlet: "yes" },
      { skip: 1, limit: 5 },
      deps(pasts),
    );
    expect([total, cases.map(({ id }) => id)]).toEqual([2, ["2"]]);
    expect(cases[0]?.because).toMatchObject([{ ref: "message.text", actual: "REFÚND?", met: true }]);
  });

  it("says why a conversation would not have entered", () => {
    const document = drawing({ start: ["intercom.conversationStarted", { channel: "whatsapp" }], note: close }, [
      "start.next>note",
    ]);
    const byTeam = {
      ...conversationOf(talk("2", "x")),
      source: { type: "email", body: "x", author: { type: "admin", id: "71" } },
    };
    const fromTeam = unroll(byTeam);
    const pasts = [pastOf(talk("1", "by e-mail")), ...(fromTeam.outcome === "unrolled" ? [fromTeam.past] : [])];
    const { entered, notEntered } = countsOf(simulated(document, pasts));
    expect(entered).toBe(0);
    expect(notEntered.map(({ count }) => count)).toEqual([1, 1]);
    expect(notEntered.map(({ why }) => (why ? typeof why.en : why))).toEqual(expect.arrayContaining(["string", null]));
  });

  it("waits for what really followed, with a clock that jumps", () => {
    const document = drawing({ start: started, wait: waitForReply, team: toTeam("2"), late: close }, [
      "start.next>wait",
      "wait.customerReplied>team",
      "wait.late>late",
    ]);
    const replies = (at: number): Happened[] => [{ at: begun + at, does: "writes", who: "customer", words: "Hello?" }];
    const pasts = [
      pastOf(talk("1", "a", replies(47 * hour))),
      pastOf(talk("2", "b", replies(49 * hour))),
      pastOf(talk("3", "c")),
    ];
    const simulation = simulated(document, pasts);
    expect([countAt(simulation, "team"), countAt(simulation, "late")]).toEqual([1, 2]);
  });

  it("decides after a delay by how things stood then, not by what came later", () => {
    const document = drawing(
      { start: started, delay: ["logic.delay", { for: { amount: 2, unit: "hours" } }], if: ifTeam("3"), seen: close },
      ["start.next>delay", "delay.next>if", "if.yes>seen"],
    );
    const assigned = (at: number): Happened[] => [
      { at: begun + at, does: "assigns", to: { type: "team", id: "3" } },
      { at: begun + 5 * day, does: "note", words: "much later" },
    ];
    const pasts = [pastOf(talk("1", "a", assigned(hour))), pastOf(talk("2", "b", assigned(3 * hour)))];
    expect(countAt(simulated(document, pasts), "seen")).toBe(1);
  });

  it("calls unknown what lies beyond the last that is known", () => {
    const document = drawing({ start: started, wait: waitForReply, late: close }, [
      "start.next>wait",
      "wait.late>late",
    ]);
    const pasts = [pastOf(talk("1", "a"))];
    const soon = simulate(document, { ...deps(pasts), horizon: (begun + day) * 1000 }, null);
    if (!soon) throw new Error("stopped");
    expect(countsOf(soon)).toMatchObject({ entered: 1, doubtful: 1, doubts: [{ doubt: "unfinished", count: 1 }] });
    expect(countAt(soon, "late")).toBe(0);
  });

  it("calls unknown what followed a step that the customer would have noticed", () => {
    const document = drawing({ start: started, hello: reply, wait: waitForReply, team: toTeam("2") }, [
      "start.next>hello",
      "hello.next>wait",
      "wait.customerReplied>team",
    ]);
    const pasts = [pastOf(talk("1", "a", [{ at: begun + hour, does: "writes", who: "customer", words: "Hello?" }]))];
    expect(countsOf(simulated(document, pasts)).doubts).toEqual([{ doubt: "altered", count: 1 }]);
    const silent = drawing({ start: started, wait: waitForReply, hello: reply }, [
      "start.next>wait",
      "wait.customerReplied>hello",
    ]);
    expect(countsOf(simulated(silent, pasts)).doubts).toEqual([]);
  });

  it("marks what was decided by a value that is only known as it is today", () => {
    const byTopic = drawing(
      {
        start: started,
        if: [
          "logic.if",
          { when: { match: "all", rules: [{ ref: "conversation.attributes.Topic", operator: "isSet" }] } },
        ],
        team: toTeam("2"),
      },
      ["start.next>if", "if.yes>team"],
    );
    const pasts = [pastOf(talk("1", "a", [], { attributes: { Topic: "billing" } })), pastOf(talk("2", "b"))];
    const counts = countsOf(simulated(byTopic, pasts));
    expect(counts.doubts).toEqual([{ doubt: "todays", count: 1 }]);
  });

  it("lets later steps see what it changed itself, whatever the past says then", () => {
    const document = drawing({ start: started, team: toTeam("2"), wait: waitForReply, if: ifTeam("2"), seen: close }, [
      "start.next>team",
      "team.next>wait",
      "wait.customerReplied>if",
      "if.yes>seen",
    ]);
    const happened: Happened[] = [
      { at: begun + 60, does: "assigns", to: { type: "team", id: "3" } },
      { at: begun + hour, does: "writes", who: "customer", words: "Hello?" },
    ];
    expect(countAt(simulated(document, [pastOf(talk("1", "a", happened))]), "seen")).toBe(1);
  });

  it("knows nothing of what came later: the future of a conversation changes nothing before it", () => {
    const chance = chanceFrom(5);
    const document = drawing(
      {
        start: ["intercom.customerReplied", { channel: "any", automatic: "also" }],
        if: ifTeam("2"),
        state: ["logic.if", { when: { match: "all", rules: [{ ref: "conversation.tags", operator: "isSet" }] } }],
        seen: close,
      },
      ["start.next>if", "if.no>state", "if.yes>seen"],
    );
    for (let index = 0; index < 200; index += 1) {
      const whole = madeUpTalk(chance, `${index}`, begun);
      const at = chance.below(whole.happened.length + 1);
      const early = { ...whole, happened: whole.happened.slice(0, at) };
      const otherwise = {
        ...whole,
        happened: [...early.happened, ...madeUpTalk(chance, "x", whole.happened[at - 1]?.at ?? begun).happened],
      };
      const ways = [whole, early, otherwise].map((one) =>
        waysOf(document, pastOf(one)).filter((way) => way.at <= (early.happened.at(-1)?.at ?? begun) * 1000),
      );
      const known = ways[1];
      expect(ways[0]?.slice(0, known?.length)).toEqual(known);
      expect(ways[2]?.slice(0, known?.length)).toEqual(known);
    }
  });
});

function waysOf(document: WorkflowDocument, past: Past): { at: number; ways: string[] }[] {
  const found: { at: number; ways: string[] }[] = [];
  simulate(
    document,
    {
      ...deps([past]),
      each: (_, { state, start, acts }) =>
        found.push({ at: start.startedAt, ways: [String(state.steps), ...acts.map(({ node }) => node)] }),
    },
    null,
  );
  return found;
}

describe("an edit", () => {
  const words = ["refund", "error", "invite", "factura", "log in", "parcel"];

  /** One of the things a person does to a drawing while the counts are on. */
  function edited(chance: Chance, document: WorkflowDocument): WorkflowDocument {
    const nodes = [...document.nodes];
    const edges = [...document.edges];
    const some = chance.below(nodes.length);
    const node = nodes[some];
    if (!node) return document;
    switch (chance.below(5)) {
      case 0:
        if (node.type === "logic.if")
          nodes[some] = { ...node, config: mentions(words[chance.below(words.length)] ?? "")[1] };
        break;
      case 1:
        if (node.type === "intercom.assign") nodes[some] = { ...node, config: toTeam(String(1 + chance.below(3)))[1] };
        break;
      case 2:
        edges.splice(chance.below(edges.length), 1);
        break;
      case 3: {
        const fresh = `n${nodes.length}`;
        nodes.push({ id: fresh, type: "logic.if", config: mentions(words[chance.below(words.length)] ?? "")[1] });
        const line = edges[chance.below(edges.length)];
        if (line)
          edges.splice(edges.indexOf(line), 1, { ...line, to: fresh }, { from: fresh, outlet: "no", to: line.to });
        break;
      }
      default:
        if (node.type === "intercom.conversationStarted")
          nodes[some] = {
            ...node,
            config: { channel: ["any", "email", "whatsapp"][chance.below(3)] ?? "any", automatic: "skip" },
          };
    }
    return { ...document, nodes, edges };
  }

  /** What the edited condition stands behind: steps that ask for nothing, and steps that do. */
  const behind: Record<string, Parameters<typeof drawing>> = {
    "the trigger": [{ start: started, if: mentions("refund"), t: close }, ["start.next>if", "if.yes>t"]],
    "another condition": [
      { start: started, a: ifTeam("2"), if: mentions("refund"), t: close },
      ["start.next>a", "a.no>if", "if.no>t"],
    ],
    "a trigger that hears several events": [
      { start: ["intercom.customerReplied", { channel: "any", automatic: "skip" }], if: mentions("error"), t: close },
      ["start.next>if", "if.yes>t"],
    ],
    "a trigger that takes only some of what it hears": [
      { start: ["intercom.conversationAssigned", { to: { list: "teams", id: "2" } }], if: ifTeam("2"), t: close },
      ["start.next>if", "if.yes>t"],
    ],
    "a trigger that lets each customer in once": [
      { start: started, if: mentions("refund"), t: close },
      ["start.next>if", "if.yes>t"],
    ],
    "a wait": [
      { start: started, w: waitForReply, if: mentions("error"), t: close },
      ["start.next>w", "w.customerReplied>if", "w.late>if", "if.yes>t"],
    ],
    "an action": [
      { start: started, u: toTeam("2"), if: ifTeam("2"), t: close },
      ["start.next>u", "u.next>if", "if.yes>t"],
    ],
  };

  it.each(Object.keys(behind))("of a condition behind %s comes to the same as all anew", (place) => {
    const [steps, lines] = behind[place] ?? [{}, []];
    const chance = chanceFrom(23);
    const pasts = Array.from({ length: 200 }, (_, index) => pastOf(madeUpTalk(chance, `${index}`, begun)));
    const isOnce = place.includes("once");
    const withCondition = (condition: Step) => {
      const document = drawing({ ...steps, if: condition }, lines);
      const nodes = document.nodes.map((node) =>
        isOnce && node.id === "start" ? { ...node, once: "contact" as const } : node,
      );
      return { ...document, nodes };
    };
    let before = simulated(withCondition(mentions("refund")), pasts);
    const edits = [...[...words, "e"].map((word) => mentions(word)), ...["1", "3", "2"].map(ifTeam)];
    for (const condition of edits) {
      const document = withCondition(condition);
      const after = simulated(document, pasts, before);
      const anew = simulated(document, pasts);
      const plain = (simulation: Simulation) => simulation.courses.map(({ exits, doubts }) => [exits, [...doubts]]);
      expect(plain(after)).toEqual(plain(anew));
      before = after;
    }
  });

  it("re-decides only what it touches, and comes to the same as all anew, edit after edit", () => {
    const chance = chanceFrom(11);
    const pasts = Array.from({ length: 300 }, (_, index) => pastOf(madeUpTalk(chance, `${index}`, begun)));
    let document = drawing(
      { start: started, a: mentions("refund"), b: mentions("error"), t: toTeam("1"), u: toTeam("2"), w: waitForReply },
      ["start.next>a", "a.no>b", "a.yes>t", "b.yes>u", "u.next>w"],
    );
    let before = simulated(document, pasts);
    let spared = 0;
    for (let index = 0; index < 60; index += 1) {
      document = edited(chance, document);
      const after = simulated(document, pasts, before);
      const anew = simulated(document, pasts);
      spared += pasts.length - after.decided;
      const sorted = (simulation: Simulation) => {
        const { decided: _, ...counts } = countsOf(simulation);
        return Object.values(counts).map((each) =>
          Array.isArray(each) ? each.map((one) => JSON.stringify(one)).toSorted() : each,
        );
      };
      expect(sorted(after)).toEqual(sorted(anew));
      before = after;
    }
    expect(spared).toBeGreaterThan(60 * 100);
  });
});
