import { describe, expect, it } from "vitest";
import type { BacktestCounts } from "#shared/api/backtests.ts";
import { missingAt } from "#client/backtest/missingAt.ts";
import { talliesOf } from "#client/backtest/talliesOf.ts";
import type { Card } from "#client/canvas/card.ts";
import { countWords, heatOf, shareWords } from "#client/canvas/share.ts";
import { cardTally, lineTally } from "#client/canvas/tally.ts";

const card = (id: string, exits: string[], quiet = false): Card => ({
  id,
  kind: "condition",
  group: "condition",
  icon: null,
  name: id,
  sentence: "",
  note: null,
  quiet,
  exits: exits.map((exit) => ({ id: exit, label: exit, gone: false })),
});

const counts: BacktestCounts = {
  total: 200,
  from: null,
  to: null,
  entered: 150,
  nodes: [
    { node: "if", count: 150 },
    { node: "note", count: 50 },
  ],
  exits: [{ node: "if", outlet: "yes", count: 50 }],
  missing: [{ node: "note", ref: "company.name", count: 6 }],
  doubts: [],
  doubtful: 0,
  failed: 0,
  notEntered: [],
  decided: 200,
  tookMs: 1,
};

describe("a share", () => {
  it("is told in whole per cent, and never flatters at either end", () => {
    const share = (count: number) => shareWords(count, 9_850, "en");
    expect([0, 1, 98, 99, 4_925, 9_849, 9_850].map(share)).toEqual(["0%", "<1%", "<1%", "1%", "50%", ">99%", "100%"]);
    expect(shareWords(0, 0, "en")).toBe("0%");
  });

  it("and a count are written as each language writes them", () => {
    expect(countWords(9_850, "en")).toBe("9,850");
    expect(countWords(9_850, "es")).toBe("9.850");
    expect(shareWords(1, 8, "es")).toBe("13\u00a0%");
  });

  it("gives a line its weight: nothing for none, the most for more than half", () => {
    expect([0, 1, 20, 21, 100, 250, 500, 501, 1_000].map((count) => heatOf(count, 1_000))).toEqual([
      0, 1, 1, 2, 2, 3, 4, 5, 5,
    ]);
    expect(heatOf(0, 0)).toBe(0);
  });
});

describe("the numbers of a card and a line", () => {
  const tallies = talliesOf(counts);

  it("are its own: those who came, and those who left by each exit; none where nobody did", () => {
    expect(cardTally(tallies, card("if", ["yes", "no"]), null)).toEqual({ count: 150, total: 200, exits: [50, 0] });
    expect(cardTally(tallies, card("dead", ["next"]), null)).toEqual({ count: 0, total: 200, exits: [0] });
    expect(lineTally(tallies, "if:yes", null)).toEqual({ count: 50, total: 200 });
    expect(lineTally(tallies, "if:no", null)).toEqual({ count: 0, total: 200 });
  });

  it("are the same object while they are the same, so that only what changed is drawn anew", () => {
    const branch = card("if", ["yes", "no"]);
    const before = cardTally(tallies, branch, null);
    const line = lineTally(tallies, "if:yes", null);
    const again = talliesOf({ ...counts, nodes: [...counts.nodes] });
    expect(cardTally(again, branch, before)).toBe(before);
    expect(lineTally(again, "if:yes", line)).toBe(line);
    const other = talliesOf({ ...counts, exits: [{ node: "if", outlet: "yes", count: 51 }] });
    expect(cardTally(other, branch, before)).toEqual({ count: 150, total: 200, exits: [51, 0] });
    expect(lineTally(other, "if:yes", line)).toEqual({ count: 51, total: 200 });
  });

  it("are not claimed for a step that is not set up, nor without a simulation", () => {
    expect(cardTally(tallies, card("if", ["yes"], true), null)).toBeNull();
    expect(cardTally(null, card("if", ["yes"]), null)).toBeNull();
    expect(lineTally(null, "if:yes", null)).toBeNull();
  });
});

it("a missing value is told as a part of those that come to its step", () => {
  expect([...missingAt(counts, "note", "en")]).toEqual([["company.name", "12%"]]);
  expect([...missingAt(counts, "if", "en")]).toEqual([]);
  expect([...missingAt(null, "note", "en")]).toEqual([]);
});
