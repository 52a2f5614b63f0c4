import { beforeEach, describe, expect, it } from "vitest";
import { backOff } from "#server/connections/backOff.ts";
import { createBreaker } from "#server/connections/breaker.ts";
import { createRateBudget, type Priority, type RateBudget } from "#server/connections/rateBudget.ts";

const windowMs = 10_000;
let at: number;
const now = () => at;

beforeEach(() => {
  at = 1_790_000_000_000;
});

describe("the rate budget", () => {
  let budget: RateBudget;
  beforeEach(() => {
    budget = createRateBudget(now);
  });

  /** Calls of one urgency that leave within so many milliseconds where as many want to as can. */
  function leaving(priority: Priority, ms: number): number[] {
    const until = at + ms;
    const times: number[] = [];
    while (at < until) {
      const pause = budget.take(priority);
      if (pause === 0) times.push(at);
      else at += Math.min(pause, until - at);
    }
    return times;
  }
  const mostInWindow = (times: readonly number[]) =>
    Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + windowMs).length));

  it("starts from Intercom's documented limit and lets four fifths of it leave in any ten seconds", () => {
    const times = leaving("live", 3 * windowMs);
    expect(mostInWindow(times)).toBeLessThanOrEqual(0.8 * 1_666);
    expect(times.length).toBeGreaterThan(3 * 0.69 * 1_666);
  });

  it("keeps to the limit that an answer tells, however small", () => {
    for (const limit of [1, 2, 7, 83, 500]) {
      budget = createRateBudget(now);
      budget.answered({ limit, remaining: limit, resetMs: 1 });
      at += 1;
      const times = leaving("import", 6 * windowMs);
      expect(mostInWindow(times)).toBeLessThanOrEqual(Math.max(2, 0.8 * limit));
      expect(times.length).toBeGreaterThanOrEqual(Math.floor(6 * 0.6 * limit));
    }
  });

  it("leaves the last fifth of a window to others, and goes on in the next", () => {
    budget.answered({ limit: 100, remaining: 23, resetMs: 4_000 });
    const start = at;
    const times = leaving("live", windowMs);
    expect(times.filter((time) => time < start + 4_000)).toHaveLength(3);
    expect(times.find((time) => time > start + 3_000)).toBe(start + 4_000);
  });

  it("is not misled by an answer that comes late, of this window or the one before", () => {
    budget.answered({ limit: 100, remaining: 22, resetMs: 9_000 });
    budget.answered({ limit: 100, remaining: 60, resetMs: 9_000 });
    budget.answered({ limit: 100, remaining: 90, resetMs: 1 });
    expect([budget.take("live"), budget.take("live"), budget.take("live")]).toEqual([0, 0, 9_000]);
  });

  it("is empty after a 429 until the time asked for, else until the window is over", () => {
    budget.usedUp(3_000);
    expect([budget.take("live"), budget.figures().left]).toEqual([3_000, 0]);
    at += 3_000;
    expect(budget.take("live")).toBeGreaterThan(0);
    at += 10;
    expect(budget.take("live")).toBe(0);
    budget.usedUp(null);
    expect(budget.take("live")).toBe(windowMs);
    budget = createRateBudget(now);
    budget.answered({ limit: 100, remaining: 0, resetMs: 2_500 });
    budget.usedUp(null);
    expect(budget.take("live")).toBe(2_500);
  });

  it("keeps a share free that only those who are more urgent may take", () => {
    const takeAll = (priority: Priority) => {
      let taken = 0;
      while (budget.take(priority) === 0) taken += 1;
      return taken;
    };
    const imported = takeAll("import");
    const replayed = takeAll("replay");
    const live = takeAll("live");
    expect([imported, replayed, live].every((count) => count > 35)).toBe(true);
    expect(imported + replayed + live).toBe(166);
  });
});

describe("the breaker", () => {
  const create = () => createBreaker({ now, chance: () => 0.5 });

  it("cuts off after five failures in a row, and not where one was answered between", () => {
    const breaker = create();
    for (let index = 0; index < 20; index += 1) {
      breaker.bad();
      if (index % 4 === 3) breaker.good();
    }
    expect(breaker.health()).toEqual({ kind: "answers" });
    for (let index = 0; index < 5; index += 1) breaker.bad();
    expect(breaker.health()).toEqual({ kind: "away", since: at });
    expect(breaker.lanes()).toBe(0);
  });

  it("comes back one at first and little by little, and at the first failure is away again since the beginning", () => {
    const breaker = create();
    for (let index = 0; index < 5; index += 1) breaker.bad();
    const since = at;
    at += 60_000;
    breaker.isBack();
    expect(breaker.lanes()).toBe(1);
    breaker.bad();
    expect(breaker.health()).toEqual({ kind: "away", since });
    breaker.isBack();
    for (let good = 1; good <= 10; good += 1) {
      breaker.good();
      expect(breaker.lanes()).toBe(1 + good);
    }
    breaker.bad();
    expect(breaker.health()).toEqual({ kind: "answers" });
    for (let good = 0; good < 60; good += 1) breaker.good();
    expect(breaker.lanes()).toBe(Number.POSITIVE_INFINITY);
  });

  it("asks at growing distances, ten seconds at most, and at once again after it was well", () => {
    const breaker = create();
    const cut = () => {
      for (let index = 0; index < 5; index += 1) breaker.bad();
    };
    cut();
    const pauses = Array.from({ length: 10 }, () => breaker.askAfterMs());
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect([pauses[0], pauses.at(-1)]).toEqual([875, 10_000]);
    breaker.isBack();
    for (let good = 0; good < 70; good += 1) breaker.good();
    cut();
    expect(breaker.askAfterMs()).toBe(875);
  });
});

it("tries that failed together come back apart", () => {
  expect([0, 0.5, 1].map((chance) => backOff(3, chance))).toEqual([4_000, 3_500, 3_000]);
  expect(backOff(50, 0)).toBe(60_000);
});
