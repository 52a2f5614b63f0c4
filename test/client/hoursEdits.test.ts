import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  copiedToWorkingDays,
  freshSpans,
  isTurnedRound,
  readClock,
  readHours,
  withSpan,
} from "#client/inspector/widgets/hoursEdits.ts";
import { ClockTime, ClosingTime, mostSpans } from "#shared/schedule/hours.ts";

const none = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };

describe("a time of day", () => {
  it.each([
    ["9", "09:00"],
    ["09:30", "09:30"],
    ["9.30", "09:30"],
    ["930", "09:30"],
    ["1730", "17:30"],
    ["9h", "09:00"],
    ["9h15", "09:15"],
    [" 5 pm ", "17:00"],
    ["5:30 p. m.", "17:30"],
    ["12am", "00:00"],
    ["12 pm", "12:00"],
    ["24", "24:00"],
    ["24:00", "24:00"],
    ["0", "00:00"],
  ])("is read from %s", (typed, clock) => {
    expect(readClock(typed)).toBe(clock);
  });
  it.each(["", "17:", "9:6", "25", "24:01", "9:60", "13 pm", "0 am", "nine", "9:30 tomorrow", "-1"])(
    "is none: %s",
    (typed) => {
      expect(readClock(typed)).toBeNull();
    },
  );
  it("reads back as it stands in the document", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8, unit: fc.constantFrom(...Array.from("0123456789:. apmh")) }), (typed) => {
        const clock = readClock(typed);
        expect(clock === null || (ClosingTime.safeParse(clock).success && readClock(clock) === clock)).toBe(true);
      }),
    );
    expect(ClockTime.safeParse("24:00").success).toBe(false);
  });
});

describe("hours that are being filled in", () => {
  it("are read as far as they go, whatever the document holds", () => {
    const week = { monday: [{ from: "18:" }, null], tuesday: "no", friday: [{ from: "09:00", to: "17:00" }] };
    expect(readHours({ zone: 3, week, holidays: ["", 7] })).toEqual({
      zone: "",
      week: {
        ...none,
        monday: [
          { from: "18:", to: "" },
          { from: "", to: "" },
        ],
        friday: [{ from: "09:00", to: "17:00" }],
      },
      holidays: ["", ""],
    });
    expect(readHours(undefined)).toEqual({ zone: "", week: none, holidays: [] });
  });
  it("are turned round only where both times can be read", () => {
    expect(isTurnedRound({ from: "22:00", to: "06:00" })).toBe(true);
    expect(isTurnedRound({ from: "09:00", to: "09:00" })).toBe(true);
    expect(isTurnedRound({ from: "22:00", to: "24:00" })).toBe(false);
    expect(isTurnedRound({ from: "22:00", to: "0" })).toBe(false);
    expect(isTurnedRound({ from: "22:00", to: "" })).toBe(false);
  });
  it("begin a day as the day before it", () => {
    const morning = [{ from: "08:00", to: "12:00" }];
    expect(freshSpans({ ...none, tuesday: morning }, "saturday")).toEqual(morning);
    expect(freshSpans({ ...none, sunday: morning }, "monday")).toEqual([{ from: "09:00", to: "17:00" }]);
  });
  it("are copied to Monday to Friday, and leave the weekend", () => {
    const [morning, night] = [[{ from: "08:00", to: "12:00" }], [{ from: "20:00", to: "24:00" }]];
    const week = { ...none, tuesday: night, saturday: morning, sunday: night };
    expect(copiedToWorkingDays(week, "saturday")).toEqual({
      monday: morning,
      tuesday: morning,
      wednesday: morning,
      thursday: morning,
      friday: morning,
      saturday: morning,
      sunday: night,
    });
  });
  it("are never more in a day than the document takes", () => {
    const full = Array.from({ length: mostSpans }, () => ({ from: "", to: "" }));
    expect(withSpan(full)).toEqual(full);
  });
});
