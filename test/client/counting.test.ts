import { beforeEach, describe, expect, it } from "vitest";
import { createCounting, settleMs, staleMs, type ToCount } from "#client/backtest/createCounting.ts";
import { type BacktestCounts, wholeArchive } from "#shared/api/backtests.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { drawing } from "../support/workflowBuilder.ts";

interface Question {
  what: ToCount;
  signal: AbortSignal;
  answer(total: number): Promise<void>;
  refuse(): Promise<void>;
}

const counts = (total: number): BacktestCounts => ({
  total,
  from: null,
  to: null,
  entered: 0,
  nodes: [],
  exits: [],
  missing: [],
  doubts: [],
  doubtful: 0,
  failed: 0,
  notEntered: [],
  decided: 0,
  tookMs: 0,
});

const asking = (word: string): WorkflowDocument =>
  drawing(
    {
      if: [
        "logic.if",
        { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: [word] }] } },
      ],
    },
    [],
  );
const shown = (document: WorkflowDocument): ToCount => ({ document, slice: wholeArchive, archive: "1" });

let questions: Question[];
/** Timers that run, by how long. */
let timers: Map<number, () => void>;
let counting: ReturnType<typeof createCounting>;

beforeEach(() => {
  questions = [];
  timers = new Map();
  counting = createCounting({
    ask: (what, signal) =>
      new Promise((resolve, reject) => {
        const settled = async () => void (await new Promise((done) => setImmediate(done)));
        questions.push({
          what,
          signal,
          answer: (total) => (resolve(counts(total)), settled()),
          refuse: () => (reject(new Error("no")), settled()),
        });
      }),
    later(afterMs, then) {
      timers.set(afterMs, then);
      return () => timers.delete(afterMs);
    },
  });
});

const pass = (ms: number) => {
  const then = timers.get(ms);
  timers.delete(ms);
  then?.();
};
const settle = () => pass(settleMs);
const state = () => counting.state.getState();
const words = () => questions.map(({ what }) => JSON.stringify(what.document).match(/"operand":\["(\w+)"/)?.[1]);

describe("counting what is on screen", () => {
  it("begins at once, and again at once with an edit after a pause", async () => {
    counting.show(shown(asking("a")));
    expect(words()).toEqual(["a"]);
    await questions[0]?.answer(1);
    settle();
    counting.show(shown(asking("b")));
    expect(words()).toEqual(["a", "b"]);
  });

  it("waits while edits follow each other, breaks off the older question, and counts the last", async () => {
    counting.show(shown(asking("a")));
    settle();
    for (const word of ["b", "c", "d"]) counting.show(shown(asking(word)));
    expect(words()).toEqual(["a", "b"]);
    expect(questions.map(({ signal }) => signal.aborted)).toEqual([true, true]);
    settle();
    expect(words()).toEqual(["a", "b", "d"]);
    await questions[1]?.answer(7);
    expect(state().counts).toBeNull();
    await questions[2]?.answer(9);
    expect(state()).toMatchObject({ counts: { total: 9 }, stale: false });
    expect(timers.size).toBe(0);
  });

  it("keeps the old numbers, in a while called stale, until the new ones come; each answer is a round of its own", async () => {
    counting.show(shown(asking("a")));
    await questions[0]?.answer(1);
    const { round } = state();
    settle();
    counting.show(shown(asking("b")));
    expect(state()).toMatchObject({ counts: { total: 1 }, stale: false, round });
    pass(staleMs);
    expect(state()).toMatchObject({ counts: { total: 1 }, stale: true, round });
    await questions[1]?.answer(2);
    expect(state()).toMatchObject({ counts: { total: 2 }, stale: false, round: round + 1 });
  });

  it("asks nothing where a card was only moved, named or remarked on", () => {
    const document = asking("a");
    counting.show(shown(document));
    settle();
    counting.show(shown({ ...document, layout: [{ node: "if", x: 5, y: 5 }] }));
    counting.show(
      shown({ ...document, nodes: document.nodes.map((node) => ({ ...node, name: "Mine", note: "Why" })) }),
    );
    expect(questions.length).toBe(1);
    counting.show(
      shown({ ...document, nodes: document.nodes.map((node) => ({ ...node, config: { ...node.config } })) }),
    );
    expect(questions.length).toBe(2);
  });

  it("asks again when the archive has grown or another slice is chosen", () => {
    const document = asking("a");
    counting.show(shown(document));
    settle();
    counting.show({ ...shown(document), archive: "2" });
    settle();
    counting.show({ ...shown(document), archive: "2", slice: { from: null, to: "2026-01-01T00:00:00.000Z" } });
    expect(questions.length).toBe(3);
  });

  it("shows no number of another drawing after a refusal, and asks again when told to", async () => {
    counting.show(shown(asking("a")));
    await questions[0]?.answer(1);
    settle();
    counting.show(shown(asking("b")));
    await questions[1]?.refuse();
    expect(state()).toMatchObject({ counts: null, stale: false, error: new Error("no") });
    counting.again();
    expect(words()).toEqual(["a", "b", "b"]);
    pass(staleMs);
    expect(state()).toMatchObject({ stale: true, error: null });
  });

  it("breaks off and forgets when it is not shown any more, and begins anew", async () => {
    counting.show(shown(asking("a")));
    counting.show(null);
    expect(questions[0]?.signal.aborted).toBe(true);
    await questions[0]?.answer(1);
    expect(state().counts).toBeNull();
    counting.show(shown(asking("a")));
    expect(questions.length).toBe(2);
  });
});
