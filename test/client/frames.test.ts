import { describe, expect, it } from "vitest";
import { framesOf, stepsUpTo } from "#client/backtest/frames.ts";
import { sliceOf } from "#client/backtest/sliceChoice.ts";
import type { Step } from "#shared/engine/step.ts";

const step = (node: string, startedAt: number, endedAt: number | null): Step => ({
  node,
  status: endedAt === null ? "waiting" : "done",
  startedAt,
  endedAt,
  outlet: endedAt === null ? null : "next",
  because: [],
  reply: null,
  failure: null,
  skipped: null,
  round: null,
  log: [],
});

const told = (steps: Step[]) =>
  framesOf({ steps }).map(({ step: place, at, stands }) => `${steps[place]?.node} ${at}${stands ? " stands" : ""}`);

describe("the moments of a simulated run", () => {
  it("are its steps; a step that takes time is two, when the run came to it and when it went on", () => {
    expect(told([step("start", 5, 5), step("wait", 5, 90), step("close", 90, 90)])).toEqual([
      "start 5",
      "wait 5 stands",
      "wait 90",
      "close 90",
    ]);
  });

  it("are in the order of the clock where branches go at the same time", () => {
    expect(told([step("start", 0, 0), step("b", 10, 10), step("a", 0, 50), step("end", 50, 50)])).toEqual([
      "start 0",
      "a 0 stands",
      "b 10",
      "a 50",
      "end 50",
    ]);
  });

  it("end where the run still waits", () => {
    expect(told([step("start", 0, 0), step("wait", 0, null)])).toEqual(["start 0", "wait 0 stands"]);
  });

  it("show no step before its time: what still waits has taken no exit, and what comes later is not there", () => {
    const run = { steps: [step("start", 5, 5), step("wait", 5, 90), step("close", 90, 90)] };
    const frames = framesOf(run);
    const at = (place: number) =>
      stepsUpTo(run, frames, place).map(({ node, status, outlet }) => [node, status, outlet]);
    expect(at(0)).toEqual([["start", "done", "next"]]);
    expect(at(1)).toEqual([
      ["start", "done", "next"],
      ["wait", "waiting", null],
    ]);
    expect(at(2)).toEqual([
      ["start", "done", "next"],
      ["wait", "done", "next"],
    ]);
    expect(at(3).length).toBe(3);
  });
});

describe("a choice of conversations", () => {
  it("counts its last days from the newest conversation, and takes whole days of this time zone", () => {
    const newest = "2026-02-28T23:40:00.000Z";
    expect(sliceOf({ kind: "whole" }, newest)).toEqual({ from: null, to: null });
    expect(sliceOf({ kind: "last", days: 30 }, newest)).toEqual({ from: "2026-01-29T23:40:00.000Z", to: null });
    expect(sliceOf({ kind: "between", from: "2026-01-10", to: "2026-01-10" }, newest)).toEqual({
      from: new Date(2026, 0, 10).toISOString(),
      to: new Date(2026, 0, 11).toISOString(),
    });
  });

  it("is without a bound where a day is not filled in", () => {
    expect(sliceOf({ kind: "between", from: "", to: "2026-01-10" }, null).from).toBeNull();
    expect(sliceOf({ kind: "last", days: 90 }, null)).toEqual({ from: null, to: null });
  });
});
