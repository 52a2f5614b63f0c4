import { describe, expect, it } from "vitest";
import { chooseCases } from "#server/backtest/report/chooseCases.ts";
import { freeze, thaw } from "#server/backtest/report/frozenCases.ts";
import { makeReport } from "#server/backtest/report/makeReport.ts";
import { monthlyOf, weeksOf } from "#server/backtest/report/monthly.ts";
import { outOfTime } from "#server/backtest/report/outOfTime.ts";
import { choices, type SimulationWhere, Verdict } from "#shared/api/simulations.ts";
import type { Past } from "#shared/archive/past.ts";
import { unroll } from "#shared/archive/unroll.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { bot, type PastMade, pastRaw, teammate, toTeam } from "../support/pastConversations.ts";
import { drawing } from "../support/workflowBuilder.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A Monday. */
const monday = Date.parse("2026-03-02T09:00:00Z");

/** A past conversation, with how it stands today. */
function talk(made: Omit<PastMade, "text"> & { text?: string }, today: Record<string, unknown> = {}): Past {
  const unrolled = unroll({ ...pastRaw({ text: "Where is my refund?", ...made }), ...today });
  if (unrolled.outcome === "refused") throw new Error(unrolled.why.en);
  return unrolled.past;
}
const said = (minutes: number, author: object = teammate) => ({
  minutes,
  part_type: "comment",
  body: "<p>Hi</p>",
  author,
});
const ada = { type: "user", id: "c-1", name: "Ada Byron" };
const closed = (minutes: number, author: object = teammate) => ({ minutes, part_type: "close", author });

function reportOf(document: WorkflowDocument, pasts: readonly Past[], timeZone = "UTC") {
  const horizon = Math.max(...pasts.map(({ knownUntil }) => knownUntil)) + 30 * dayMs;
  const made = makeReport(document, { registry, pasts, horizon, callee: () => null }, timeZone);
  if (!made) throw new Error("it was stopped");
  const frozen = thaw(freeze(made.cases));
  const listed = (where: SimulationWhere) =>
    chooseCases(frozen, (id) => pasts.find((past) => past.id === id), where, { skip: 0, limit: 1_000 });
  return {
    report: made.report,
    listed,
    ids: (where: SimulationWhere) =>
      listed(where)
        .cases.map(({ id }) => id)
        .toSorted(),
  };
}

const start: [string, Record<string, string>] = ["intercom.conversationStarted", { channel: "any" }];
const toSeven = drawing({ start, assign: ["intercom.assign", { to: { list: "teams", id: "7" } }] }, [
  "start.next>assign",
]);
const replies = ["intercom.reply", { message: ["We are on it."], whenTaken: "skip" }] satisfies [string, object];

describe("agreement with what teammates did", () => {
  const pasts = [
    talk({ id: "1", later: [toTeam("7", teammate, 60)] }, { team_assignee_id: 7 }),
    talk({ id: "2", later: [toTeam("8", teammate, 30)] }, { team_assignee_id: 8 }),
    talk({ id: "3", later: [toTeam("7", bot, 5)] }, { team_assignee_id: 7 }),
    talk({ id: "4" }),
    // Somebody gave it to team 7, but nothing tells who, and when.
    talk({ id: "5" }, { team_assignee_id: 7 }),
    talk({ id: "6", later: [toTeam("7", teammate, 20), toTeam("8", teammate, 40)] }, { team_assignee_id: 8 }),
  ];
  const { report, ids } = reportOf(toSeven, pasts);

  it("counts what people did first afterwards, not what bots did, and keeps apart what has no history", () => {
    expect(report.agreement).toEqual([
      { node: "assign", aspect: "team", same: 2, otherwise: 1, nobody: 2, unknown: 1 },
    ]);
    const of = (verdict: Verdict) => ids({ kind: "verdict", node: "assign", aspect: "team", verdict });
    expect(Verdict.options.map(of)).toEqual([["1", "6"], ["2"], ["3", "4"], ["5"]]);
  });

  it("is told as a matrix, with how much later on average teammates did the same", () => {
    const [matrix] = report.matrices;
    expect(matrix?.rows).toEqual([{ key: "7", count: 6, same: 2, afterMs: 40 * minuteMs }]);
    expect(matrix?.columns).toEqual(["7", "8", choices.nobody, choices.unknown]);
    expect(ids({ kind: "choice", aspect: "team", row: "7", column: "8" })).toEqual(["2"]);
  });

  it("puts each conversation into the band that its worst finding allows", () => {
    expect(report.forecast.bands.map(({ band, count }) => [band, count])).toEqual([
      ["confirmed", 2],
      ["likely", 2],
      ["otherwise", 1],
      ["unknown", 1],
    ]);
    expect(ids({ kind: "band", band: "confirmed" })).toEqual(["1", "6"]);
  });
});

it("takes choices that are too rare for a line of their own together, never the workflow's own", () => {
  const pasts = Array.from({ length: 30 }, (_, index) =>
    talk({ id: `${index}`, later: [toTeam(`${100 + index}`)] }, { team_assignee_id: 100 + index }),
  );
  const { report, ids } = reportOf(toSeven, [
    ...pasts,
    talk({ id: "x", later: [toTeam("7")] }, { team_assignee_id: 7 }),
  ]);
  const [matrix] = report.matrices;
  expect(matrix?.columns.length).toBe(14);
  expect(matrix?.columns).toEqual(expect.arrayContaining(["7", choices.others]));
  const others = matrix?.cells.find(({ column }) => column === choices.others)?.count;
  expect(ids({ kind: "choice", aspect: "team", row: "7", column: choices.others }).length).toBe(others);
  expect(others).toBe(18);
});

describe("what cannot be known", () => {
  it("is whatever a run does after the customer has noticed it", () => {
    const document = drawing({ start, reply: replies, close: ["intercom.close", {}] }, [
      "start.next>reply",
      "reply.next>close",
    ]);
    const { report } = reportOf(document, [talk({ id: "1", later: [closed(10)] }, { state: "closed" })]);
    expect(report.agreement).toEqual([
      { node: "close", aspect: "closed", same: 0, otherwise: 0, nobody: 0, unknown: 1 },
    ]);
    expect(report.forecast.bands.find(({ band }) => band === "unknown")?.count).toBe(1);
  });

  it("hides nothing that speaks against the workflow: what teammates did otherwise counts before what is unknown", () => {
    const document = drawing(
      {
        start,
        assign: ["intercom.assign", { to: { list: "teams", id: "7" } }],
        reply: replies,
        close: ["intercom.close", {}],
      },
      ["start.next>assign", "assign.next>reply", "reply.next>close"],
    );
    const against = talk({ id: "1", later: [toTeam("8")] }, { team_assignee_id: 8 });
    const alike = talk({ id: "2", later: [toTeam("7")] }, { team_assignee_id: 7 });
    const { ids } = reportOf(document, [against, alike]);
    expect(ids({ kind: "band", band: "otherwise" })).toEqual(["1"]);
    expect(ids({ kind: "band", band: "unknown" })).toEqual(["2"]);
  });

  it("is what a later run does after an earlier one has answered the customer", () => {
    const document = drawing(
      {
        start,
        reply: replies,
        again: ["intercom.customerReplied", { channel: "any", automatic: "skip" }],
        assign: ["intercom.assign", { to: { list: "teams", id: "7" } }],
      },
      ["start.next>reply", "again.next>assign"],
    );
    const past = talk({ id: "1", later: [said(10, ada), toTeam("7", teammate, 60)] }, { team_assignee_id: 7 });
    expect(reportOf(document, [past]).report.agreement).toMatchObject([{ node: "assign", same: 0, unknown: 1 }]);
  });

  it("is what hangs on a value that is known only as it is today", () => {
    const rule = { ref: "conversation.attributes.plan", operator: "is", operand: ["Pro"] };
    const document = drawing(
      {
        start,
        check: ["logic.if", { when: { match: "all", rules: [rule] } }],
        assign: ["intercom.assign", { to: { list: "teams", id: "7" } }],
      },
      ["start.next>check", "check.yes>assign"],
    );
    const past = talk({ id: "1", attributes: { plan: "Pro" }, later: [toTeam("7")] }, { team_assignee_id: 7 });
    const { report } = reportOf(document, [past]);
    expect(report.agreement).toMatchObject([{ same: 0, unknown: 1 }]);
    expect(report.doubts).toEqual([{ doubt: "todays", count: 1 }]);
  });

  it("is a tag that somebody put on at some time", () => {
    const document = drawing({ start, tag: ["intercom.tag", { tag: "t-Refund" }] }, ["start.next>tag"]);
    const { report } = reportOf(document, [talk({ id: "1", tags: ["Other"] }), talk({ id: "2" })]);
    expect(report.agreement).toMatchObject([{ aspect: "tags", nobody: 1, unknown: 1 }]);
  });
});

it("closing at once is what teammates did only where nobody wrote before they closed", () => {
  const document = drawing({ start, close: ["intercom.close", {}] }, ["start.next>close"]);
  const { ids } = reportOf(document, [
    talk({ id: "1", later: [closed(10)] }, { state: "closed" }),
    talk({ id: "2", later: [said(5, ada), closed(10)] }, { state: "closed" }),
    talk({ id: "3", later: [said(5)] }),
    talk({ id: "4", later: [closed(10, bot)] }, { state: "closed" }),
  ]);
  const of = (verdict: Verdict) => ids({ kind: "verdict", node: "close", aspect: "closed", verdict });
  expect(Verdict.options.map(of)).toEqual([["1"], ["2", "3"], ["4"], []]);
});

describe("answers and resolutions", () => {
  const document = drawing({ start, reply: replies }, ["start.next>reply"]);
  const { report, ids } = reportOf(document, [
    talk({ id: "1", later: [said(47), closed(50)] }, { state: "closed" }),
    talk({ id: "2", later: [said(13), said(20, ada), closed(50)] }, { state: "closed" }),
    talk({ id: "3" }),
    talk({ id: "4", later: [said(10, ada)] }),
  ]);

  it("tells how much earlier customers would have had an answer, and who never had one", () => {
    expect(report.firstReply).toEqual({
      saved: 2,
      medianMs: 30 * minuteMs,
      meanMs: 30 * minuteMs,
      never: 2,
      unknown: 0,
    });
    expect(ids({ kind: "firstReply", how: "saved" })).toEqual(["1", "2"]);
  });

  it("confirms a resolution only by a teammate's close; silence is no more than assumed", () => {
    expect(ids({ kind: "resolved", resolved: "confirmed" })).toEqual(["1"]);
    expect(ids({ kind: "resolved", resolved: "assumed" })).toEqual(["1", "3"]);
  });

  it("does not call an answer the first where a teammate had answered before", () => {
    const later = drawing(
      { start: ["intercom.customerReplied", { channel: "any", automatic: "skip" }], reply: replies },
      ["start.next>reply"],
    );
    const again = reportOf(later, [talk({ id: "1", later: [said(5), said(9, ada), said(12)] })]);
    expect(again.report.acts).toMatchObject([{ count: 1 }]);
    expect(again.report.firstReply).toMatchObject({ saved: 0, never: 0, unknown: 0 });
  });
});

describe("a month's figure", () => {
  it("is the mean of the weeks, within what their own variance makes in a month", () => {
    // Mean 2, variance at least 2: 8.696 a month; ± 1.96 × √(2 × (4.348 + 4.348² ÷ 4)) = 8.350.
    const { perMonth, low, high } = monthlyOf([1, 3, 2, 2]);
    expect([perMonth, low, high].map((each) => Number(each?.toFixed(2)))).toEqual([8.7, 0.35, 17.05]);
    // Variance 12: wider than chance alone, and never below nothing.
    const wide = monthlyOf([0, 6, 0, 6]);
    expect([wide.low, Number(wide.high?.toFixed(2))]).toEqual([0, 33.5]);
  });

  it("has no interval where there are too few weeks, and none at all without a whole one", () => {
    expect(monthlyOf([2, 2, 2])).toMatchObject({ low: null, high: null });
    expect(monthlyOf([])).toEqual({ perMonth: null, low: null, high: null });
  });

  it("leaves out weeks of which the archive holds nothing, and the last one, which has not ended", () => {
    const weeks = weeksOf([0, dayMs, 30 * dayMs, 37 * dayMs]);
    expect(weeks.count).toBe(2);
    expect(weeks.counts([0, dayMs, 30 * dayMs, 37 * dayMs])).toEqual([2, 1]);
  });
});

describe("the check over time", () => {
  const all = (same: (day: number) => number) =>
    Array.from({ length: 100 }, (_, day) => ({ at: day * dayMs, acts: true, known: 1, same: same(day) }));

  it("learns on the first 70 of 100 by date and holds where the rest is alike", () => {
    const checked = outOfTime(all((day) => (day % 2 === 0 ? 1 : 0)));
    expect(checked).toMatchObject({
      splitAt: new Date(70 * dayMs).toISOString(),
      first: { known: 70, same: 35 },
      last: { known: 30, same: 15 },
      holds: true,
    });
    // 0.5 ± 1.96 × √(0.25 × (1 ÷ 70 + 1 ÷ 30)) = 0.214.
    expect([checked?.low.toFixed(3), checked?.high.toFixed(3)]).toEqual(["0.286", "0.714"]);
  });

  it("fails where teammates have gone another way since", () => {
    expect(outOfTime(all((day) => (day < 70 ? 1 : 0)))).toMatchObject({ holds: false });
  });

  it("says nothing where either part has nothing to compare", () => {
    expect(outOfTime(all(() => 0).map((each) => ({ ...each, known: each.at < 50 * dayMs ? 1 : 0 })))).toBeNull();
  });
});

it("tells in which hour of the week it would act, in the time zone asked for, and what calls its busiest minute takes", () => {
  const document = drawing(
    {
      start,
      assign: ["intercom.assign", { to: { list: "teams", id: "7" } }],
      note: ["intercom.addNote", { note: ["x"] }],
    },
    ["start.next>assign", "assign.next>note"],
  );
  const { report, ids } = reportOf(
    document,
    [
      talk({ id: "1", at: monday }),
      talk({ id: "2", at: monday + 10_000 }),
      talk({ id: "3", at: monday + dayMs + 3_600_000 }),
    ],
    "America/New_York",
  );
  const busy = (team: string | null) =>
    report.load.find((each) => each.team === team)?.hours.flatMap((count, hour) => (count > 0 ? [[hour, count]] : []));
  expect([busy(null), busy("7")]).toEqual([
    [
      [4, 2],
      [29, 1],
    ],
    [
      [4, 2],
      [29, 1],
    ],
  ]);
  expect(report.calls).toMatchObject({ total: 6, peak: 4, peakAt: new Date(monday).toISOString(), perMinute: 10_000 });
  expect(ids({ kind: "peak" })).toEqual(["1", "2"]);
  expect(ids({ kind: "hour", team: "7", hour: 29 })).toEqual(["3"]);
});

it("lists exactly as many conversations as each figure says", () => {
  const rule = { ref: "message.text", operator: "mentions", operand: ["refund"] };
  const document = drawing(
    {
      start: ["intercom.conversationStarted", { channel: "email" }],
      check: ["logic.if", { when: { match: "all", rules: [rule] } }],
      assign: ["intercom.assign", { to: { list: "teams", id: "7" } }],
      reply: replies,
      close: ["intercom.close", {}],
    },
    ["start.next>check", "check.yes>assign", "check.no>reply", "assign.next>close"],
  );
  const pasts = Array.from({ length: 40 }, (_, index) =>
    talk(
      {
        id: `${index}`,
        at: monday + index * dayMs,
        channel: index % 5 === 0 ? "conversation" : "email",
        text: index % 3 === 0 ? "Where is my refund?" : "Hello",
        later: index % 2 === 0 ? [toTeam(index % 4 === 0 ? "7" : "8"), said(61), closed(70)] : [said(20, ada)],
      },
      index % 2 === 0 ? { team_assignee_id: index % 4 === 0 ? 7 : 8, state: "closed" } : {},
    ),
  );
  const { report, listed } = reportOf(document, pasts);
  const figures: [SimulationWhere, number][] = [
    [{ kind: "all" }, report.total],
    [{ kind: "entered" }, report.entered],
    [{ kind: "acted" }, report.load[0]?.count ?? -1],
    ...report.notEntered.map(({ why, count }): [SimulationWhere, number] => [
      { kind: "notEntered", why: why?.en ?? null },
      count,
    ]),
    ...report.nodes.map(({ node, count }): [SimulationWhere, number] => [{ kind: "node", node }, count]),
    ...report.exits.map(({ count, ...exit }): [SimulationWhere, number] => [{ kind: "exit", ...exit }, count]),
    ...report.acts.map(({ type, count }): [SimulationWhere, number] => [{ kind: "act", type }, count]),
    ...report.agreement.flatMap(({ node, aspect, ...counts }) =>
      Verdict.options.map((verdict): [SimulationWhere, number] => [
        { kind: "verdict", node, aspect, verdict },
        counts[verdict],
      ]),
    ),
    ...report.matrices.flatMap(({ aspect, cells }) =>
      cells.map(({ count, ...cell }): [SimulationWhere, number] => [{ kind: "choice", aspect, ...cell }, count]),
    ),
    ...report.forecast.bands.map(({ band, count }): [SimulationWhere, number] => [{ kind: "band", band }, count]),
    ...report.resolved.map(({ resolved, count }): [SimulationWhere, number] => [{ kind: "resolved", resolved }, count]),
    [{ kind: "firstReply", how: "saved" }, report.firstReply.saved],
    [{ kind: "firstReply", how: "never" }, report.firstReply.never],
    ...report.load.flatMap(({ team, hours }) =>
      hours.map((count, hour): [SimulationWhere, number] => [{ kind: "hour", team, hour }, count]),
    ),
  ];
  expect(figures.filter(([, count]) => count > 0).length).toBeGreaterThan(25);
  const differing = figures.filter(([where, count]) => listed(where).total !== count);
  expect(differing).toEqual([]);
});

it("says how far it is, and breaks off where it is not wanted any more", () => {
  const pasts = Array.from({ length: 1_000 }, (_, index) => talk({ id: `${index}` }));
  const shares: number[] = [];
  const deps = {
    registry,
    pasts,
    horizon: Infinity,
    callee: () => null,
    onShare: (share: number) => shares.push(share),
  };
  const isStopped = () => shares.length === 3;
  expect(makeReport(toSeven, { ...deps, isStopped }, "UTC")).toBeNull();
  expect(shares).toEqual([0, 0.256, 0.512]);
});
