import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekdays } from "#shared/schedule/hours.ts";
import { nextTime, nextTimes, type Timetable } from "#shared/schedule/timetable.ts";

const daily = (times: string[], zone = "Europe/Madrid"): Timetable => ({ zone, days: [...weekdays], times });
const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString();

describe("the next time", () => {
  it("keeps to the clock on the wall, in summer and in winter", () => {
    expect(iso(nextTime(daily(["09:00"]), at("2026-07-01T00:00:00Z")))).toBe("2026-07-01T07:00:00.000Z");
    expect(iso(nextTime(daily(["09:00"]), at("2026-12-01T00:00:00Z")))).toBe("2026-12-01T08:00:00.000Z");
  });

  it("comes after an instant, never at it", () => {
    const nine = at("2026-07-01T07:00:00Z");
    expect(iso(nextTime(daily(["09:00"]), nine))).toBe("2026-07-02T07:00:00.000Z");
    expect(nextTime(daily(["09:00"]), nine - 1)).toBe(nine);
  });

  it("keeps to its days and takes the earliest of its times", () => {
    const mondays: Timetable = { zone: "UTC", days: ["monday"], times: ["15:00", "09:30"] };
    expect(nextTimes(mondays, at("2026-11-25T12:00:00Z"), 3).map(iso)).toEqual([
      "2026-11-30T09:30:00.000Z",
      "2026-11-30T15:00:00.000Z",
      "2026-12-07T09:30:00.000Z",
    ]);
  });

  it("comes once on the day on which the clocks go back, and on the day on which they leap over it", () => {
    // 25 October 2026: 02:30 is read twice in Madrid. 29 March 2026: it is never read.
    expect(nextTimes(daily(["02:30"]), at("2026-10-24T12:00:00Z"), 2).map(iso)).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-26T01:30:00.000Z",
    ]);
    expect(nextTimes(daily(["02:30"]), at("2026-03-28T12:00:00Z"), 2).map(iso)).toEqual([
      "2026-03-29T01:30:00.000Z",
      "2026-03-30T00:30:00.000Z",
    ]);
  });

  it("comes as often as it has days and times, over years and zones", () => {
    const zone = fc.constantFrom("Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 1439 }), (name, start, minutes) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
        const from = at("2026-01-01T00:00:00Z") + start * 86_400_000;
        const found = nextTimes(daily([time], name), from, 30);
        for (const [index, instant] of found.entries()) {
          const gap = instant - (found[index - 1] ?? instant - 86_400_000);
          expect(gap).toBeGreaterThanOrEqual(22 * 3_600_000);
          expect(gap).toBeLessThanOrEqual(26 * 3_600_000);
        }
      }),
      { numRuns: 60 },
    );
  });
});
