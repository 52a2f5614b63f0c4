import { z } from "zod";
import { clockMs, dayMs, weekdayOn } from "./calendar.ts";
import { ClockTime, ClosingTime, Weekday } from "./hours.ts";
import { isZone, offsetMs } from "./zone.ts";

const zone = z.string().max(64).refine(isZone);
const days = z.array(Weekday).min(1).max(7);
const times = z.array(ClockTime).min(1).max(24);

/** Clock times on certain days of the week. Schedules that were saved before there were other kinds do not say `every`. */
const Weekly = z.object({ every: z.literal("week").optional(), zone, days, times });

const stepMinutes = { minutes: 1, hours: 60 };
/** The shortest and the longest time between two of a day, in minutes. */
export const stepBounds = { least: 5, most: 24 * 60 };

export const Step = z
  .object({ amount: z.number().int(), unit: z.enum(["minutes", "hours"]) })
  .refine(({ amount, unit }) => {
    const minutes = amount * stepMinutes[unit];
    return minutes >= stepBounds.least && minutes <= stepBounds.most;
  });
export type Step = z.infer<typeof Step>;

/**
 * Again and again on certain days of the week: counted from midnight, or from when `between` begins, on each day anew. What
 * ends no later than it begins ends on the next day; its end belongs to it.
 */
const Stepping = z.object({
  every: z.literal("step"),
  zone,
  days,
  step: Step,
  between: z.object({ from: ClockTime, to: ClosingTime }).nullable(),
});

export const places = ["first", "second", "third", "fourth", "last"] as const;
export const Place = z.enum(places);
export type Place = z.infer<typeof Place>;

/** Dates that every month has. */
export const lastSureDate = 28;

/** A day that every month has: a date, the last one, or a day of the week by its place. */
export const MonthDay = z.discriminatedUnion("is", [
  z.object({ is: z.literal("date"), date: z.number().int().min(1).max(lastSureDate) }),
  z.object({ is: z.literal("lastDay") }),
  z.object({ is: z.literal("weekday"), place: Place, weekday: Weekday }),
]);
export type MonthDay = z.infer<typeof MonthDay>;

/** Clock times on one day of every month. */
const Monthly = z.object({ every: z.literal("month"), zone, on: MonthDay, times });

/** Instants that come again and again, as the clocks of one time zone have them. */
export const Timetable = z.union([Stepping, Monthly, Weekly]);
export type Timetable = z.infer<typeof Timetable>;

/** Whether a day, counted from 1 January 1970, is the one of its month. */
function isOn(on: MonthDay, dayNumber: number): boolean {
  const date = new Date(dayNumber * dayMs).getUTCDate();
  const dateAfter = (later: number) => new Date((dayNumber + later) * dayMs).getUTCDate();
  if (on.is === "date") return date === on.date;
  if (on.is === "lastDay") return dateAfter(1) === 1;
  if (weekdayOn(dayNumber) !== on.weekday) return false;
  return on.place === "last" ? dateAfter(7) <= 7 : Math.ceil(date / 7) === places.indexOf(on.place) + 1;
}

/** What the clock on the wall reads at the times of a day, in milliseconds since its midnight: a night's go on past 24:00. */
function readingsOn(timetable: Timetable, dayNumber: number): number[] {
  if (timetable.every === "month") return isOn(timetable.on, dayNumber) ? timetable.times.map(clockMs) : [];
  if (!timetable.days.includes(weekdayOn(dayNumber))) return [];
  if (timetable.every !== "step") return timetable.times.map(clockMs);
  const { step, between } = timetable;
  const from = between ? clockMs(between.from) : 0;
  const to = between ? clockMs(between.to) : dayMs;
  const length = Math.min(to <= from ? to + dayMs - from : to - from, dayMs - 1);
  const stepMs = step.amount * stepMinutes[step.unit] * 60_000;
  return Array.from({ length: Math.floor(length / stepMs) + 1 }, (_, index) => from + index * stepMs);
}

/**
 * The instant at which the clock on the wall reads `wall` (milliseconds as if it were UTC). Read twice when clocks go back: the
 * first time counts. Never read when they leap ahead: as long after the leap as it would have been.
 */
function instantAt(name: string, wall: number): number {
  const before = wall - offsetMs(name, wall - dayMs);
  const after = wall - offsetMs(name, wall + dayMs);
  const real = [before, after].filter((at) => at + offsetMs(name, at) === wall);
  return real.length > 0 ? Math.min(...real) : before;
}

/** The instants of a day that fall after `since` and not after `until` (epoch milliseconds). */
function instantsOn(timetable: Timetable, dayNumber: number, since: number, until: number): number[] {
  const { zone: name } = timetable;
  const walls = readingsOn(timetable, dayNumber).map((reading) => dayNumber * dayMs + reading);
  if (walls.length === 0) return [];
  // On most days the clocks do not change, and a day may have hundreds of times.
  const offset = offsetMs(name, (dayNumber - 2) * dayMs);
  const steady = offset === offsetMs(name, (dayNumber + 4) * dayMs);
  const instants = walls.map((wall) => (steady ? wall - offset : instantAt(name, wall)));
  return instants.filter((at) => since < at && at <= until);
}

const dayOf = ({ zone: name }: Timetable, at: number): number => Math.floor((at + offsetMs(name, at)) / dayMs);

/**
 * The first time after an instant (epoch milliseconds). Each day and time comes once, whatever the clocks do. Where they leap
 * ahead, what belongs to a night may come after the first of the next day, so that day is looked at too.
 */
export function nextTime(timetable: Timetable, after: number): number {
  for (let dayNumber = dayOf(timetable, after) - 2; ; dayNumber += 1) {
    const due = instantsOn(timetable, dayNumber, after, Number.POSITIVE_INFINITY);
    if (due.length > 0)
      return Math.min(...due, ...instantsOn(timetable, dayNumber + 1, after, Number.POSITIVE_INFINITY));
  }
}

/** The last time after `since` and not after `until` (epoch milliseconds); null where none has come. */
export function lastTime(timetable: Timetable, since: number, until: number): number | null {
  const first = dayOf(timetable, since) - 2;
  for (let dayNumber = dayOf(timetable, until) + 1; dayNumber >= first; dayNumber -= 1) {
    const due = instantsOn(timetable, dayNumber, since, until);
    if (due.length > 0) return Math.max(...due, ...instantsOn(timetable, dayNumber - 1, since, until));
  }
  return null;
}

/** The next few times, for a person to check. */
export function nextTimes(timetable: Timetable, after: number, count: number): number[] {
  const found: number[] = [];
  for (let at = after; found.length < count; found.push(at)) at = nextTime(timetable, at);
  return found;
}
