import { describe, expect, it } from "vitest";
import { z } from "zod";
import { advance, begin, restore } from "#shared/engine/advance.ts";
import type { Answered, RunStart } from "#shared/engine/runState.ts";
import { compile } from "#shared/engine/compile.ts";
import { createMatcher } from "#shared/engine/match.ts";
import { trace } from "#shared/engine/trace.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Event } from "#shared/events/event.ts";
import type { Outcome } from "#shared/nodes/effect.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";

const refundRoute = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    refund: [
      "logic.if",
      {
        when: {
          match: "all",
          rules: [{ ref: "message.text", operator: "mentions", operand: ["refund", "devolución"] }],
        },
      },
    ],
    billing: ["intercom.assign", { to: { list: "teams", id: "7" } }],
    pro: [
      "logic.if",
      { when: { match: "all", rules: [{ ref: "conversation.team", operator: "isAnyOf", operand: ["7"] }] } },
    ],
    thanks: [
      "intercom.reply",
      { message: ["Hi ", { ref: "contact.firstName", fallback: "there" }], whenTaken: "skip" },
    ],
    other: ["intercom.close", {}],
  },
  ["start.next>refund", "refund.yes>billing", "billing.next>pro", "pro.yes>thanks", "refund.no>other"],
);

const run = (event: Event): RunStart => ({ event, trigger: "start", actor: "99", startedAt: event.at });
const ok = (
  answer: Outcome extends infer O ? (O extends { ok: true; answer: infer A } ? A : never) : never,
  at = 1,
): Outcome => ({ ok: true, at, answer });

/** A log in which each effect was settled before the next was asked for. */
const inTurn = (...outcomes: Outcome[]): Answered[] => outcomes.map((outcome, seq) => ({ seq, outcome }));

describe("advance", () => {
  const compiled = compile(refundRoute, registry);

  it("goes through conditions to the first effect and asks for it as data", () => {
    const [ask] = advance(compiled, begin(compiled, run(firstMessage("I want a REFUND"))), null).asks;
    expect(ask).toEqual({
      seq: 0,
      node: "billing",
      effect: {
        type: "request",
        connection: "intercom",
        method: "POST",
        path: "/conversations/901/parts",
        body: { admin_id: "99", message_type: "assignment", type: "team", assignee_id: "7" },
      },
    });
  });

  it("takes the other exit where the rule does not hold", () => {
    const [ask] = advance(compiled, begin(compiled, run(firstMessage("I cannot log in"))), null).asks;
    expect(ask?.node).toBe("other");
  });

  it("compares without regard to accents and case", () => {
    const [ask] = advance(compiled, begin(compiled, run(firstMessage("quiero una DEVOLUCION"))), null).asks;
    expect(ask?.node).toBe("billing");
  });

  it("decides later steps on what its own actions changed, and reads facts only where they are referred to", () => {
    const start = run(firstMessage("refund"));
    const [ask] = restore(compiled, start, inTurn(ok({}, start.startedAt + 5))).asks;
    expect(ask).toMatchObject({
      seq: 1,
      node: "thanks",
      effect: { type: "read", scope: "contact", by: "contact", id: "c1" },
    });
  });

  it("fills a fallback where the customer is gone, and ends done", () => {
    const start = run(firstMessage("refund"));
    const asked = restore(compiled, start, inTurn(ok({}), ok(null)));
    expect(asked.asks[0]?.effect).toMatchObject({
      path: "/conversations/901/reply",
      body: { body: "<p>Hi there</p>" },
    });
    const ended = restore(compiled, start, inTurn(ok({}), ok(null), ok({ id: "p1" })));
    expect(ended).toMatchObject({ asks: [], state: { status: "done" } });
  });

  it("resumes from any prefix of its log exactly where it was", () => {
    const start = run(firstMessage("refund"));
    const log = inTurn(ok({}), ok(null), ok({ id: "p1" }));
    let live = advance(compiled, begin(compiled, start), null);
    for (const [index, outcome] of log.entries()) {
      expect(restore(compiled, start, log.slice(0, index))).toEqual(live);
      live = advance(compiled, live.state, outcome);
    }
    expect(restore(compiled, start, log)).toEqual(live);
  });

  it("stops at a failed effect and keeps its words", () => {
    const start = run(firstMessage("refund"));
    const error = { what: { en: "No such team", es: "No existe ese equipo" }, todo: { en: "Choose", es: "Elige" } };
    const { state, asks } = restore(compiled, start, inTurn({ ok: false, at: 9, error }));
    expect(asks).toEqual([]);
    expect(state).toMatchObject({ status: "failed", failure: error });
  });

  it("fails with words where an answer is not what the step makes of it, instead of breaking off", () => {
    const close = registry.get("intercom.close");
    if (close?.kind !== "action") throw new Error("there is no such action");
    const odd = new Map([...registry, [close.type, { ...close, reply: z.object({ closed: z.literal("never") }) }]]);
    const { state, asks } = restore(compile(refundRoute, odd), run(firstMessage("hello")), inTurn(ok({})));
    expect([state.status, state.failure?.what.en, asks]).toEqual([
      "failed",
      "It was done, but the answer to it could not be understood.",
      [],
    ]);
  });

  it("does not write to a customer whom a teammate already serves", () => {
    const reply = drawing(
      {
        start: ["intercom.conversationStarted", { channel: "any" }],
        thanks: ["intercom.reply", { message: ["Hi"], whenTaken: "skip" }],
      },
      ["start.next>thanks"],
    );
    const taken = run(firstMessage("hello", { admin_assignee_id: 5 }));
    const steps = trace(compile(reply, registry), taken, []);
    expect(steps.at(-1)).toMatchObject({ node: "thanks", status: "skipped" });
  });

  it("never reads a customer's text as a reference, and escapes it for Intercom", () => {
    const echo = drawing(
      {
        start: ["intercom.conversationStarted", { channel: "any" }],
        note: ["intercom.addNote", { note: [{ ref: "message.text" }] }],
      },
      ["start.next>note"],
    );
    const hostile = 'x {{contact.email}} <script>alert("1")</script>';
    const [ask] = restore(compile(echo, registry), run(firstMessage(hostile)), []).asks;
    expect(ask?.effect).toMatchObject({
      body: { body: "<p>x {{contact.email}} &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</p>" },
    });
  });

  it("waits, then reads again what it uses", () => {
    const waiting = drawing(
      {
        start: ["intercom.conversationStarted", { channel: "any" }],
        wait: ["logic.delay", { for: { amount: 2, unit: "hours" } }],
        open: [
          "logic.if",
          { when: { match: "all", rules: [{ ref: "conversation.state", operator: "isAnyOf", operand: ["open"] }] } },
        ],
        close: ["intercom.close", {}],
      },
      ["start.next>wait", "wait.next>open", "open.yes>close"],
    );
    const start = run(firstMessage("hello"));
    const ready = compile(waiting, registry);
    expect(restore(ready, start, []).asks[0]?.effect).toEqual({ type: "delay", until: start.startedAt + 7_200_000 });
    expect(restore(ready, start, inTurn(ok(null, start.startedAt + 7_200_000))).asks[0]?.effect).toEqual({
      type: "read",
      scope: "conversation",
      by: "conversation",
      id: "901",
    });
  });
});

describe("looking up", () => {
  const looks = drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      first: ["intercom.findConversation", { state: "any" }],
      same: ["intercom.findConversation", { state: "any" }],
      note: ["intercom.addNote", { note: [{ ref: "steps.same.firstMessage" }] }],
      anew: ["intercom.findConversation", { state: "any" }],
      wait: ["logic.delay", { for: { amount: 1, unit: "hours" } }],
      later: ["intercom.findConversation", { state: "any" }],
    },
    ["start.next>first", "first.next>same", "same.next>note", "note.next>anew", "anew.next>wait", "wait.next>later"],
  );
  const found = { conversations: [{ id: "7", state: "closed", source: { body: "<p>Before</p>" }, created_at: 5 }] };

  it("asks once for what is looked up twice, and anew after a write or a rest", () => {
    const start = run(firstMessage("hello"));
    const compiled = compile(looks, registry);
    const asked = (...log: Outcome[]) => restore(compiled, start, inTurn(...log)).asks.map(({ node }) => node);
    expect(asked()).toEqual(["first"]);
    const { asks } = restore(compiled, start, inTurn(ok(found)));
    expect(asks).toMatchObject([{ seq: 1, node: "note", effect: { body: { body: "<p>Before</p>" } } }]);
    expect(asked(ok(found), ok({ id: "p1" }))).toEqual(["anew"]);
    expect(asked(ok(found), ok({ id: "p1" }), ok(found))).toEqual(["wait"]);
    expect(asked(ok(found), ok({ id: "p1" }), ok(found), ok(null))).toEqual(["later"]);
  });
});

describe("trace", () => {
  it("tells each step with the exit it took and what its rules saw", () => {
    const compiled = compile(refundRoute, registry);
    const steps = trace(compiled, run(firstMessage("refund now")), []);
    expect(steps.map(({ node, status, outlet }) => [node, status, outlet])).toEqual([
      ["start", "done", "next"],
      ["refund", "done", "yes"],
      ["billing", "running", null],
    ]);
    expect(steps[1]?.because).toMatchObject([{ ref: "message.text", actual: "refund now", met: true }]);
  });
});

describe("match", () => {
  it("starts each workflow once and only for topics it listens to", () => {
    const compiled = compile(refundRoute, registry);
    const match = createMatcher([
      { workflow: "w1", compiled },
      { workflow: "w2", compiled },
    ]);
    expect(match(firstMessage("hi")).map(({ workflow, trigger }) => [workflow, trigger])).toEqual([
      ["w1", "start"],
      ["w2", "start"],
    ]);
    expect(match({ ...firstMessage("hi"), topic: "conversation.user.replied" })).toEqual([]);
  });
});

describe("match among several triggers", () => {
  const listening = (...channels: string[]) => {
    const triggers: Parameters<typeof drawing>[0] = {};
    for (const [index, channel] of channels.entries())
      triggers[`t${index}`] = ["intercom.conversationStarted", { channel }];
    return compile(drawing(triggers, []), registry);
  };
  const enabled = [["email"], ["any", "conversation"], ["email", "conversation"], ["conversation", "any"]].map(
    (channels, index) => ({ workflow: `w${index}`, compiled: listening(...channels) }),
  );
  const started = (type: string) =>
    createMatcher(enabled)(firstMessage("hi", { source: { type, author: { type: "user", id: "c1" } } })).map(
      ({ workflow, trigger }) => [workflow, trigger],
    );

  it("starts workflows in their order, each by its first trigger that accepts, however others are set", () => {
    expect(started("conversation")).toEqual([
      ["w1", "t0"],
      ["w2", "t1"],
      ["w3", "t0"],
    ]);
    expect(started("email")).toEqual([
      ["w0", "t0"],
      ["w1", "t0"],
      ["w2", "t0"],
      ["w3", "t1"],
    ]);
  });
});

describe("compile", () => {
  it("refuses a circle", () => {
    const circle = drawing(
      {
        start: ["intercom.conversationStarted", { channel: "any" }],
        a: ["intercom.close", {}],
        b: ["intercom.close", {}],
      },
      ["start.next>a", "a.next>b", "b.next>a"],
    );
    expect(() => compile(circle, registry)).toThrow("circle");
  });
});
