import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Hours, type Span, weekdays } from "#shared/schedule/hours.ts";
import { isOpen, nextOpening } from "#shared/schedule/opening.ts";
import { isZone, offsetMs } from "#shared/schedule/zone.ts";

type Week = Hours["week"];
const never: Week = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
const span = (from: string, to: string): Span => ({ from, to });
const open = (zone: string, week: Partial<Week>, holidays: string[] = []): Hours =>
  Hours.parse({ zone, week: { ...never, ...week }, holidays });
const at = (instant: string) => Date.parse(instant);
const next = (hours: Hours, instant: string) => {
  const found = nextOpening(hours, at(instant));
  return found === null ? null : new Date(found).toISOString().replace(".000Z", "Z");
};

describe("a plain week", () => {
  const nine = [span("09:00", "17:00")];
  const week = { monday: nine, tuesday: nine, wednesday: nine, thursday: nine, friday: nine };
  const hours = open("Europe/Madrid", week, ["2026-12-08", "2026-12-25"]);

  it("is open from the first minute up to, not including, the last", () => {
    // Winter in Madrid: an hour ahead.
    expect(isOpen(hours, at("2026-11-23T08:00:00Z"))).toBe(true);
    expect(isOpen(hours, at("2026-11-23T07:59:59.999Z"))).toBe(false);
    expect(isOpen(hours, at("2026-11-23T15:59:59.999Z"))).toBe(true);
    expect(isOpen(hours, at("2026-11-23T16:00:00Z"))).toBe(false);
  });
  it("opens at once when it is open, this evening's customers tomorrow, Friday's on Monday", () => {
    expect(next(hours, "2026-11-23T10:12:13Z")).toBe("2026-11-23T10:12:13Z");
    expect(next(hours, "2026-11-23T16:00:00Z")).toBe("2026-11-24T08:00:00Z");
    expect(next(hours, "2026-11-27T16:00:00Z")).toBe("2026-11-30T08:00:00Z");
  });
  it("is closed on days off, by the zone's own calendar", () => {
    expect(isOpen(hours, at("2026-12-08T10:00:00Z"))).toBe(false);
    expect(next(hours, "2026-12-07T20:00:00Z")).toBe("2026-12-09T08:00:00Z");
    expect(next(hours, "2026-12-24T20:00:00Z")).toBe("2026-12-28T08:00:00Z");
  });
  it("never opens without hours", () => {
    expect(nextOpening(open("UTC", {}), 0)).toBeNull();
  });
  it("opens again when a long row of days off is over", () => {
    const mondays = Array.from({ length: 60 }, (_, index) =>
      new Date(at("2026-01-05T00:00:00Z") + index * 7 * 86_400_000).toISOString().slice(0, 10),
    );
    expect(next(open("UTC", { monday: nine }, mondays), "2026-01-01T00:00:00Z")).toBe("2027-03-01T09:00:00Z");
  });
});

it("has several spans in a day, in whatever order they are written", () => {
  const hours = open("UTC", { monday: [span("16:00", "20:00"), span("09:00", "14:00")] });
  expect(next(hours, "2026-11-23T07:00:00Z")).toBe("2026-11-23T09:00:00Z");
  expect(next(hours, "2026-11-23T14:00:00Z")).toBe("2026-11-23T16:00:00Z");
  expect(next(hours, "2026-11-23T20:00:00Z")).toBe("2026-11-30T09:00:00Z");
});

it("goes through midnight without a gap where a day ends at 24:00 and the next begins at 00:00", () => {
  const hours = open("Europe/Madrid", { monday: [span("22:00", "24:00")], tuesday: [span("00:00", "06:00")] });
  const midnight = at("2026-11-23T23:00:00Z");
  for (const instant of [midnight - 1, midnight, midnight + 1]) {
    expect(isOpen(hours, instant)).toBe(true);
    expect(nextOpening(hours, instant)).toBe(instant);
  }
  expect(isOpen(hours, at("2026-11-24T05:00:00Z"))).toBe(false);
});

describe("when the clocks change", () => {
  const nine = { sunday: [span("09:00", "17:00")], monday: [span("09:00", "17:00")] };

  it("keeps to the clock on the wall in Madrid, in March and in October", () => {
    const hours = open("Europe/Madrid", nine);
    expect(next(hours, "2026-03-28T12:00:00Z")).toBe("2026-03-29T07:00:00Z");
    expect(next(hours, "2026-03-22T16:30:00Z")).toBe("2026-03-23T08:00:00Z");
    expect(next(hours, "2026-10-24T12:00:00Z")).toBe("2026-10-25T08:00:00Z");
    expect(next(hours, "2026-10-18T16:30:00Z")).toBe("2026-10-19T07:00:00Z");
  });
  it("keeps to the clock on the wall in New York, in March and in November", () => {
    const hours = open("America/New_York", nine);
    expect(next(hours, "2026-03-07T12:00:00Z")).toBe("2026-03-08T13:00:00Z");
    expect(next(hours, "2026-03-01T23:00:00Z")).toBe("2026-03-02T14:00:00Z");
    expect(next(hours, "2026-11-01T04:00:00Z")).toBe("2026-11-01T14:00:00Z");
    expect(next(hours, "2026-10-25T22:00:00Z")).toBe("2026-10-26T13:00:00Z");
  });
  it("opens when the clocks have leapt, where the beginning falls into the hour that is not there", () => {
    const madrid = open("Europe/Madrid", { sunday: [span("02:30", "04:00")] });
    expect(next(madrid, "2026-03-29T00:00:00Z")).toBe("2026-03-29T01:00:00Z");
    const newYork = open("America/New_York", { sunday: [span("02:30", "04:00")] });
    expect(next(newYork, "2026-03-08T05:00:00Z")).toBe("2026-03-08T07:00:00Z");
  });
  it("waits a week where the whole span falls into the hour that is not there", () => {
    const madrid = open("Europe/Madrid", { sunday: [span("02:00", "03:00")] });
    expect(next(madrid, "2026-03-28T20:00:00Z")).toBe("2026-04-05T00:00:00Z");
    const newYork = open("America/New_York", { sunday: [span("02:00", "03:00")] });
    expect(next(newYork, "2026-03-08T05:00:00Z")).toBe("2026-03-15T06:00:00Z");
  });
  it("is open both times in the hour that comes twice", () => {
    const madrid = open("Europe/Madrid", { sunday: [span("02:00", "02:30")] });
    expect(["00:10", "00:40", "01:10", "01:40"].map((time) => isOpen(madrid, at(`2026-10-25T${time}:00Z`)))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(next(madrid, "2026-10-25T00:30:00Z")).toBe("2026-10-25T01:00:00Z");
    const newYork = open("America/New_York", { sunday: [span("01:00", "01:30")] });
    expect(next(newYork, "2026-11-01T05:30:00Z")).toBe("2026-11-01T06:00:00Z");
  });
  it("goes past a whole day that a zone left out", () => {
    // Samoa went from the 29th to the 31st of December 2011.
    const samoa = open("Pacific/Apia", { friday: [span("09:00", "17:00")] });
    expect(next(samoa, "2011-12-30T05:00:00Z")).toBe("2012-01-05T19:00:00Z");
  });
});

describe("whatever the hours", () => {
  const zones = [
    "UTC",
    "Europe/Madrid",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Africa/Casablanca",
  ];
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = (quarter: number) => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 96 }))
      .filter(([from, to]) => from < to)
      .map(([from, to]) => span(clock(from), clock(to))),
    { maxLength: 3 },
  );
  const weeks = fc.record(
    Object.fromEntries(weekdays.map((name) => [name, spans])) as Record<keyof Week, typeof spans>,
  );
  const first = at("2026-01-01T00:00:00Z");
  // Half of the moments stand within a day of a change of some zone's clocks.
  const changes = ["2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01", "2026-02-15"];
  const moments = fc.oneof(
    fc.integer({ min: 0, max: 365 * 24 * 60 }).map((minutes) => first + minutes * 60_000),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -1440, max: 1440 }))
      .map(([date, minutes]) => at(`${date}T00:00:00Z`) + minutes * 60_000),
  );
  const days = fc.array(
    fc.integer({ min: 0, max: 365 }).map((day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10)),
    { maxLength: 5 },
  );
  const cases = fc
    .tuple(fc.constantFrom(...zones), weeks, days)
    .map(([zone, week, holidays]) => Hours.parse({ zone, week, holidays }));

  /** Spans and changes of the clocks begin on quarters of an hour: each stretch between two is wholly open or closed. */
  const openBetween = (hours: Hours, from: number, to: number): boolean => {
    const quarter = 900_000;
    for (let moment = from; moment < to; moment = (Math.floor(moment / quarter) + 1) * quarter)
      if (isOpen(hours, moment)) return true;
    return false;
  };

  it("is open when it is said to open, and at no earlier quarter of an hour", () => {
    const holds = (hours: Hours, moment: number): boolean => {
      const opening = nextOpening(hours, moment);
      if (opening === null) return weekdays.every((name) => hours.week[name].length === 0);
      return opening >= moment && isOpen(hours, opening) && !openBetween(hours, moment, opening);
    };
    fc.assert(
      fc.property(cases, moments, (hours, moment) => {
        expect(holds(hours, moment)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  it("says of each moment what a calendar of that place says", () => {
    fc.assert(
      fc.property(cases, moments, (hours, moment) => {
        const wall = new Date(moment).toLocaleString("sv-SE", { timeZone: hours.zone });
        const weekday = new Date(moment).toLocaleString("en", { timeZone: hours.zone, weekday: "long" }).toLowerCase();
        const [date = "", time = ""] = wall.split(" ");
        const today = weekdays.flatMap((name) => (name === weekday ? hours.week[name] : []));
        const said = today.some(({ from, to }) => from <= time.slice(0, 5) && time.slice(0, 5) < to);
        expect(isOpen(hours, moment)).toBe(said && !hours.holidays.includes(date));
      }),
      { numRuns: 300 },
    );
  });
});

it("refuses hours that end before they begin, times and days that are none, and places that have no clock", () => {
  const accepts = (hours: unknown) => Hours.safeParse(hours).success;
  const given = { zone: "UTC", week: { ...never, monday: [span("09:00", "24:00")] }, holidays: ["2028-02-29"] };
  expect(accepts(given)).toBe(true);
  for (const day of [span("17:00", "09:00"), span("09:00", "09:00"), span("9:00", "10:00"), span("09:00", "24:30")])
    expect(accepts({ ...given, week: { ...never, monday: [day] } })).toBe(false);
  expect(accepts({ ...given, holidays: ["2027-02-29"] })).toBe(false);
  expect(accepts({ ...given, zone: "Mars/Olympus" })).toBe(false);
  expect(isZone("")).toBe(false);
});

it("knows how far a zone's clocks are ahead, also between whole hours", () => {
  expect(offsetMs("Asia/Kathmandu", 1_790_000_000_123)).toBe(5.75 * 3_600_000);
  expect(offsetMs("America/New_York", at("2026-01-01T00:00:00.500Z"))).toBe(-5 * 3_600_000);
});
