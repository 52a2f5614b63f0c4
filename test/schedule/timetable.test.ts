import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weekdays } from "#shared/schedule/hours.ts";
import { lastTime, type MonthDay, nextTime, nextTimes, places, Timetable } from "#shared/schedule/timetable.ts";

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

describe("a schedule as it was first saved", () => {
  it("is still read, and means the same as one that says it is weekly", () => {
    const saved = { zone: "Europe/Madrid", days: ["monday", "friday"], times: ["09:00"] };
    const read = Timetable.parse(saved);
    expect(read).toEqual(saved);
    const from = at("2026-03-27T00:00:00Z");
    expect(nextTimes(read, from, 9)).toEqual(nextTimes(Timetable.parse({ ...saved, every: "week" }), from, 9));
  });
});

const monthly = (on: MonthDay, zone = "Europe/Madrid", times = ["09:00"]): Timetable => ({
  every: "month",
  zone,
  on,
  times,
});

describe("every month", () => {
  it("knows dates, the last day, and days of the week by their place", () => {
    const next = (on: MonthDay) =>
      nextTimes(monthly(on, "UTC"), at("2027-12-31T12:00:00Z"), 3).map((each) => iso(each).slice(0, 10));
    expect(next({ is: "date", date: 15 })).toEqual(["2028-01-15", "2028-02-15", "2028-03-15"]);
    expect(next({ is: "lastDay" })).toEqual(["2028-01-31", "2028-02-29", "2028-03-31"]);
    expect(next({ is: "weekday", place: "first", weekday: "monday" })).toEqual([
      "2028-01-03",
      "2028-02-07",
      "2028-03-06",
    ]);
    expect(next({ is: "weekday", place: "last", weekday: "friday" })).toEqual([
      "2028-01-28",
      "2028-02-25",
      "2028-03-31",
    ]);
  });

  it("refuses a date that not every month has", () => {
    expect(Timetable.safeParse(monthly({ is: "date", date: 29 })).success).toBe(false);
  });
});

const stepping = (
  amount: number,
  unit: "minutes" | "hours",
  between: { from: string; to: string } | null = null,
  zone = "UTC",
): Timetable => ({
  every: "step",
  zone,
  days: [...weekdays],
  step: { amount, unit },
  between,
});

describe("every so many minutes or hours", () => {
  const clocks = (timetable: Timetable, from: string, count: number) =>
    nextTimes(timetable, at(from), count).map((each) => iso(each).slice(11, 16));

  it("begins at midnight, or where the part of the day does, whose end belongs to it", () => {
    expect(clocks(stepping(7, "hours"), "2026-11-25T12:00:00Z", 4)).toEqual(["14:00", "21:00", "00:00", "07:00"]);
    const office = stepping(150, "minutes", { from: "09:00", to: "14:00" });
    expect(clocks(office, "2026-11-25T12:00:00Z", 4)).toEqual(["14:00", "09:00", "11:30", "14:00"]);
  });

  it("goes on into the next day where it ends earlier than it begins, and belongs to the day on which it begins", () => {
    const night: Timetable = {
      every: "step",
      zone: "UTC",
      days: ["friday"],
      step: { amount: 4, unit: "hours" },
      between: { from: "22:00", to: "06:00" },
    };
    // 27 November 2026 is a Friday.
    expect(nextTimes(night, at("2026-11-27T00:00:00Z"), 4).map(iso)).toEqual([
      "2026-11-27T22:00:00.000Z",
      "2026-11-28T02:00:00.000Z",
      "2026-11-28T06:00:00.000Z",
      "2026-12-04T22:00:00.000Z",
    ]);
  });

  it("leaves out none of the next day's where midnight is leapt over in the middle of a night", () => {
    // In Havana 8 March 2026 begins at 01:00: what the night has at 00:20 comes twenty minutes after the next day's first.
    const night = stepping(50, "minutes", { from: "01:00", to: "00:50" }, "America/Havana");
    expect(nextTimes(night, at("2026-03-08T04:00:00Z"), 4).map(iso)).toEqual([
      "2026-03-08T04:30:00.000Z",
      "2026-03-08T05:00:00.000Z",
      "2026-03-08T05:20:00.000Z",
      "2026-03-08T05:50:00.000Z",
    ]);
  });

  it("takes no step shorter than five minutes or longer than a day", () => {
    const fits = (amount: number, unit: "minutes" | "hours") => Timetable.safeParse(stepping(amount, unit)).success;
    expect([fits(4, "minutes"), fits(5, "minutes"), fits(24, "hours"), fits(25, "hours"), fits(1.5, "hours")]).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});

/** What the clock on the wall reads, and its day, by the platform's own tables. */
function wall(instant: number, zone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    weekday: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return {
    clock: `${part("hour")}:${part("minute")}`,
    weekday: part("weekday").toLowerCase(),
    date: Number(part("day")),
  };
}

/** Days on which clocks change, in both directions and both halves of the world; in Havana it is midnight that is leapt over. */
const changes = [
  ["Europe/Madrid", "2026-03-29", "2026-10-25"],
  ["America/New_York", "2026-03-08", "2026-11-01"],
  ["America/Santiago", "2026-09-06", "2026-04-05"],
  ["America/Havana", "2026-03-08", "2026-11-01"],
  ["Australia/Lord_Howe", "2026-10-04", "2026-04-05"],
  ["Australia/Adelaide", "2026-10-04", "2026-04-05"],
  ["Asia/Kolkata", "2026-06-15", "2026-12-15"],
] as const;
const someDay = fc.constantFrom(
  ...changes.flatMap(([zone, leap, back]) => [[zone, leap] as const, [zone, back] as const]),
);
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`);
const times = fc.uniqueArray(clock, { minLength: 1, maxLength: 4 });
const span = fc.option(fc.record({ from: clock, to: clock }));
const step = fc.oneof(
  fc.record({ amount: fc.integer({ min: 5, max: 90 }), unit: fc.constant("minutes" as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 24 }), unit: fc.constant("hours" as const) }),
);
const on = fc.oneof(
  fc.integer({ min: 1, max: 28 }).map((date) => ({ is: "date" as const, date })),
  fc.constant({ is: "lastDay" as const }),
  fc.record({
    is: fc.constant("weekday" as const),
    place: fc.constantFrom(...places),
    weekday: fc.constantFrom(...weekdays),
  }),
);
const days = fc.subarray([...weekdays], { minLength: 1 });
/** Any timetable, in a zone and near a day on which its clocks change. */
const anyTimetable = fc
  .tuple(someDay, fc.constantFrom("week", "month", "step"), days, times, on, step, span)
  .map(([[zone, day], every, onDays, atTimes, onDay, eachStep, between]) => ({
    from: at(`${day}T00:00:00Z`) - 2 * 86_400_000,
    timetable: Timetable.parse(
      every === "month"
        ? { every, zone, on: onDay, times: atTimes }
        : every === "week"
          ? { every, zone, days: onDays, times: atTimes }
          : { every, zone, days: onDays, step: eachStep, between },
    ),
  }));

const minutesOf = (read: string) => Number(read.slice(0, 2)) * 60 + Number(read.slice(3));

/** By how many minutes the clock on the wall is ahead, but for whole days. */
const ahead = (instant: number, zone: string) =>
  (((minutesOf(wall(instant, zone).clock) - Math.floor(instant / 60_000)) % 1_440) + 1_440) % 1_440;

/** Whether the clock on the wall reads one of the timetable's times, on one of its days. */
function readsRight(timetable: Timetable, instant: number): boolean {
  const { clock: read, weekday, date } = wall(instant, timetable.zone);
  if (timetable.every === "step") {
    const { step: each, between, days: onDays, zone } = timetable;
    const size = each.amount * (each.unit === "hours" ? 60 : 1);
    const begin = minutesOf(between?.from ?? "00:00");
    const length = between ? (minutesOf(between.to) - begin + 1_440) % 1_440 || 1_440 : 1_440;
    const since = (minutesOf(read) - begin + 1_440) % 1_440;
    const began = instant - since * 60_000;
    const isDay =
      ahead(began, zone) !== ahead(instant, zone) || onDays.some((day) => day === wall(began, zone).weekday);
    return since % size === 0 && since <= length && isDay;
  }
  if (!timetable.times.includes(read)) return false;
  if (timetable.every !== "month") return timetable.days.some((day) => day === weekday);
  const { on: onDay } = timetable;
  if (onDay.is === "date") return date === onDay.date;
  return onDay.is === "weekday" ? weekday === onDay.weekday : date >= 28;
}

describe("whatever the timetable, the zone and the day", () => {
  it("comes later each time, and nothing comes twice", () => {
    fc.assert(
      fc.property(anyTimetable, ({ timetable, from }) => {
        const found = nextTimes(timetable, from, 40);
        for (const [index, instant] of found.entries()) expect(instant).toBeGreaterThan(found[index - 1] ?? from);
        // From wherever one looks, the same comes next.
        for (const [index, instant] of found.entries()) {
          const before = found[index - 1] ?? from;
          expect(nextTime(timetable, before + Math.floor((instant - before) / 2))).toBe(instant);
          expect(nextTime(timetable, instant - 1)).toBe(instant);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("keeps to its days and to what the clock on the wall reads, but for what no clock reads that day", () => {
    fc.assert(
      fc.property(anyTimetable, ({ timetable, from }) => {
        const { zone } = timetable;
        // Within the hour after a leap a time may stand for one that was leapt over.
        const leapt = (instant: number) => ahead(instant, zone) !== ahead(instant - 3_600_000, zone);
        const wrong = nextTimes(timetable, from, 40).filter((each) => !leapt(each) && !readsRight(timetable, each));
        expect(wrong.map(iso)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it("has each of a month's days once, with each of its times", () => {
    fc.assert(
      fc.property(someDay, on, times, ([zone, day], onDay, atTimes) => {
        const timetable = monthly(onDay, zone, atTimes);
        const from = at(`${day.slice(0, 8)}01T12:00:00Z`) - 86_400_000 * 2;
        const found = nextTimes(timetable, from, atTimes.length * 6);
        const gaps = found.slice(atTimes.length).map((instant, index) => (instant - (found[index] ?? 0)) / 86_400_000);
        for (const gap of gaps) {
          expect(gap).toBeGreaterThan(26.9);
          expect(gap).toBeLessThan(35.1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("looks back to what it would have looked forward to", () => {
    fc.assert(
      fc.property(anyTimetable, fc.integer({ min: 0, max: 3 * 86_400_000 }), ({ timetable, from }, length) => {
        let last: number | null = null;
        for (let next = nextTime(timetable, from); next <= from + length; next = nextTime(timetable, next)) last = next;
        expect(lastTime(timetable, from, from + length)).toBe(last);
      }),
      { numRuns: 50 },
    );
  });
});
