import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advance, begin, restore } from "#shared/engine/advance.ts";
import { compile } from "#shared/engine/compile.ts";
import type { Answered, Ask, RunStart } from "#shared/engine/runState.ts";
import { trace } from "#shared/engine/trace.ts";
import { waitEnd } from "#shared/engine/turn.ts";
import type { Event } from "#shared/events/event.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { Failure } from "#shared/nodes/effect.ts";
import type { LogEntry } from "#shared/engine/step.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { validate } from "#shared/workflow/validate.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

type Step = Parameters<typeof drawing>[0][string];
const start: Step = ["intercom.conversationStarted", { channel: "any" }];
const note = (words: Json[]): Step => ["intercom.addNote", { note: words }];
const begun = (more: Record<string, unknown> = {}): RunStart => ({
  event: firstMessage("hello", more),
  trigger: "start",
  actor: "99",
  startedAt: 1_790_000_000_000,
});

/** Plays a run: each effect is answered in the order `pick` chooses, a millisecond after the other. */
function play(
  document: WorkflowDocument,
  answer: (ask: Ask) => Json | Failure = () => ({ id: "1" }),
  pick: (asks: readonly Ask[]) => number = () => 0,
  run = begun(),
) {
  const compiled = compile(document, registry);
  let at = advance(compiled, begin(compiled, run), null);
  const log: Answered[] = [];
  const asked: Ask[] = [];
  while (at.asks.length > 0 && log.length < 1_000) {
    const ask = at.asks[pick(at.asks) % at.asks.length];
    if (!ask) break;
    asked.push(ask);
    const given = answer(ask);
    const time = run.startedAt + log.length + 1;
    const failed = typeof given === "object" && given !== null && "what" in given;
    log.push({
      seq: ask.seq,
      outcome: failed
        ? { ok: false, at: time, error: given as Failure }
        : { ok: true, at: time, answer: given as Json },
    });
    at = advance(compiled, at.state, log.at(-1) ?? null);
  }
  return { compiled, run, log, asked, ended: at.state };
}

const bodies = (asked: readonly Ask[]) =>
  asked.flatMap(({ effect }) => (effect.type === "request" ? [(effect.body as { body?: string }).body] : []));

describe("for each", () => {
  const eachTag = drawing(
    {
      start,
      each: ["logic.forEach", { list: "conversation.tags", most: 10 }],
      inner: note([{ ref: "steps.each.number" }, ": ", { ref: "steps.each.item" }]),
      after: note(["done"]),
    },
    ["start.next>each", "each.each>inner", "each.done>after"],
  );
  const tags = {
    tags: [
      { id: "7", name: "vip" },
      { id: "8", name: "bug" },
    ],
  };

  it("goes through the steps inside once for each entry, then on", () => {
    const { asked, ended } = play(eachTag, undefined, undefined, begun({ tags: { tags: tags.tags } }));
    expect(bodies(asked)).toEqual(["<p>1: vip</p>", "<p>2: bug</p>", "<p>done</p>"]);
    expect(ended.status).toBe("done");
  });

  it("goes straight on where the list is empty, and no more often than allowed", () => {
    expect(bodies(play(eachTag).asked)).toEqual(["<p>done</p>"]);
    const once = structuredClone(eachTag);
    for (const node of once.nodes) if (node.id === "each") node.config = { ...node.config, most: 1 };
    expect(bodies(play(once, undefined, undefined, begun({ tags: { tags: tags.tags } })).asked)).toEqual([
      "<p>1: vip</p>",
      "<p>done</p>",
    ]);
  });

  it("is told round by round in the trace, each with its own request", () => {
    const { compiled, run, log, asked } = play(eachTag, undefined, undefined, begun({ tags: { tags: tags.tags } }));
    const entries: LogEntry[] = asked.map(({ seq, node, effect }, index) => ({
      seq,
      node,
      effect,
      intendedAt: run.startedAt + index,
      outcome: log[index]?.outcome ?? null,
      settled: index + 1,
      doubt: null,
    }));
    const steps = trace(compiled, run, entries);
    expect(steps.map(({ node, outlet, round, log: own }) => [node, outlet, round, own.length])).toEqual([
      ["start", "next", null, 0],
      ["each", "each", 1, 0],
      ["inner", "next", 1, 1],
      ["each", "each", 2, 0],
      ["inner", "next", 2, 1],
      ["each", "done", null, 0],
      ["after", "next", null, 1],
    ]);
  });

  it("may not lead from inside to what follows", () => {
    const leaking = { ...eachTag, edges: [...eachTag.edges, { from: "inner", outlet: "next", to: "after" }] };
    expect(validate(leaking, registry, null).map(({ code, node }) => [code, node])).toEqual([["out-of-body", "each"]]);
  });
});

describe("repeat until", () => {
  const rules = [{ ref: "conversation.state", operator: "isAnyOf", operand: ["closed"] }];
  it("stops when the rules hold, deciding on what its own steps changed", () => {
    const document = drawing(
      {
        start,
        again: ["logic.repeatUntil", { until: { match: "all", rules }, most: 5 }],
        close: ["intercom.close", {}],
        after: note(["after"]),
      },
      ["start.next>again", "again.again>close", "again.done>after"],
    );
    const { asked } = play(document);
    expect(asked.map(({ node }) => node)).toEqual(["close", "after"]);
  });
  it("stops after as many times as allowed", () => {
    const document = drawing(
      {
        start,
        again: ["logic.repeatUntil", { until: { match: "all", rules }, most: 3 }],
        inner: note(["once more"]),
      },
      ["start.next>again", "again.again>inner"],
    );
    expect(play(document).asked.length).toBe(3);
  });
});

describe("at the same time", () => {
  const both = drawing(
    {
      start,
      fork: ["logic.parallel", { ways: 2, most: { amount: 1, unit: "days" } }],
      a1: note(["a1"]),
      a2: note(["a2"]),
      b1: note(["b1"]),
      after: note(["after"]),
      late: note(["late"]),
    },
    ["start.next>fork", "fork.way1>a1", "a1.next>a2", "fork.way2>b1", "fork.done>after", "fork.late>late"],
  );
  const requests = (asks: readonly Ask[]) =>
    Math.max(
      0,
      asks.findIndex(({ effect }) => effect.type === "request"),
    );

  it("goes every way, and on once when all have ended, whatever the order of the answers", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3 }), { maxLength: 12 }), (choices) => {
        let turn = 0;
        const pick = (asks: readonly Ask[]) => {
          const ready = asks.flatMap(({ effect }, index) => (effect.type === "request" ? [index] : []));
          return ready[(choices[turn++] ?? 0) % ready.length] ?? 0;
        };
        const { asked, ended, compiled, run, log } = play(both, undefined, pick);
        const order = asked.map(({ node }) => node);
        expect(order.toSorted()).toEqual(["a1", "a2", "after", "b1"]);
        expect(order.at(-1)).toBe("after");
        expect(ended.status).toBe("done");
        expect(restore(compiled, run, log).state).toEqual(ended);
      }),
    );
  });

  it("goes on without those that take too long, which end by themselves", () => {
    const { asked, ended } = play(
      both,
      undefined,
      (asks) => asks.findIndex(({ effect }) => effect.type === "delay") + 0 || requests(asks),
    );
    expect(ended.status).toBe("done");
    expect(asked.map(({ node }) => node)).toContain("after");
    const slow = play(both, undefined, (asks) => {
      const timer = asks.findIndex(({ effect }) => effect.type === "delay");
      return timer >= 0 ? timer : 0;
    });
    expect(slow.asked.map(({ node }) => node)).toEqual(["fork", "a1", "b1", "late", "a2"]);
    expect(slow.ended.status).toBe("done");
  });

  it("stops everything where one way says so", () => {
    const stopping = drawing(
      {
        start,
        fork: ["logic.parallel", { ways: 2, most: { amount: 1, unit: "days" } }],
        a: note(["a"]),
        halt: ["logic.stop", {}],
        b: ["logic.delay", { for: { amount: 1, unit: "days" } }],
      },
      ["start.next>fork", "fork.way1>a", "a.next>halt", "fork.way2>b"],
    );
    const { ended, asked } = play(stopping, undefined, requests);
    expect([ended.status, asked.map(({ node }) => node)]).toEqual(["done", ["a"]]);
  });
});

describe("wait for", () => {
  const waiting = drawing(
    {
      start,
      wait: ["logic.waitFor", { for: ["customerReplied", "closed"], most: { amount: 2, unit: "days" } }],
      replied: note(["They said: ", { ref: "steps.wait.text" }]),
      closed: note(["closed"]),
      late: note(["late"]),
    },
    ["start.next>wait", "wait.customerReplied>replied", "wait.closed>closed", "wait.late>late"],
  );
  const replied: Event = { ...firstMessage("yes please"), id: "n2", topic: "conversation.user.replied" };

  it("asks to be told of its topics, until its time is over", () => {
    const compiled = compile(waiting, registry);
    const { asks } = advance(compiled, begin(compiled, begun()), null);
    expect(asks.map(({ effect }) => effect)).toEqual([
      {
        type: "wait",
        topics: ["conversation.user.replied", "conversation.admin.closed"],
        until: 1_790_000_000_000 + 2 * 86_400_000,
      },
    ]);
  });

  it("leaves by the exit of what came, with what it said, and by the last one when the time is over", () => {
    const compiled = compile(waiting, registry);
    const { state } = advance(compiled, begin(compiled, begun()), null);
    const node = compiled.nodes[compiled.indexOf.get("wait") ?? -1];
    const [token] = state.tokens;
    if (!token) throw new Error("no token waits");
    const end = (event: Event | null) =>
      advance(compiled, state, { seq: 0, outcome: { ok: true, at: 9, answer: waitEnd(node, state, token, event) } });
    expect(bodies(end(replied).asks)).toEqual(["<p>They said: yes please</p>"]);
    expect(bodies(end(null).asks)).toEqual(["<p>late</p>"]);
    expect(waitEnd(node, state, token, { ...replied, topic: "conversation.admin.noted" })).toBeNull();
  });

  it("passes at once what is so already", () => {
    expect(bodies(play(waiting, undefined, undefined, begun({ state: "closed" })).asked)).toEqual(["<p>closed</p>"]);
  });
});

describe("a step that fails", () => {
  const failure: Failure = {
    what: { en: "Refused", es: "Rechazado" },
    todo: { en: "", es: "" },
    detail: "No such tag",
  };
  const failing = (onFail?: "goOn" | "exit") => {
    const document = drawing(
      {
        start,
        tag: ["intercom.tag", { tag: "7" }],
        next: note(["next"]),
        other: note(["other: ", { ref: "steps.tag.problem" }]),
      },
      ["start.next>tag", "tag.next>next"],
    );
    for (const node of document.nodes) if (node.id === "tag" && onFail) node.onFail = onFail;
    if (onFail === "exit") document.edges.push({ from: "tag", outlet: "failed", to: "other" });
    return play(document, (ask) => (ask.node === "tag" ? failure : { id: "1" }));
  };
  it("ends the run, goes on, or takes another way, as the builder says", () => {
    expect(failing().ended).toMatchObject({ status: "failed", failure });
    expect(failing("goOn").asked.map(({ node }) => node)).toEqual(["tag", "next"]);
    const other = failing("exit");
    expect(other.ended.status).toBe("done");
    expect(bodies(other.asked).at(-1)).toBe("<p>other: Refused No such tag</p>");
  });
});

it("stops a run that goes through too many steps, with words", () => {
  const nodes: Record<string, Step> = { start };
  const lines = ["start.next>l0"];
  for (let depth = 0; depth < 3; depth += 1) {
    nodes[`l${depth}`] = ["logic.repeatUntil", { until: { match: "any", rules: [] }, most: 100 }];
    if (depth > 0) lines.push(`l${depth - 1}.again>l${depth}`);
  }
  nodes["inner"] = ["logic.splitByChance", { percent: 50 }];
  lines.push("l2.again>inner");
  const { ended } = play(drawing(nodes, lines));
  expect(ended).toMatchObject({ status: "failed", failure: { what: { en: expect.stringContaining("10,000") } } });
});
