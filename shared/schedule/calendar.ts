import { type Weekday, weekdays } from "./hours.ts";

const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** 1 January 1970 was a Thursday. */
const thursday = 3;

/** How long after midnight a clock on the wall reads "09:00", in milliseconds. */
export const clockMs = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * minuteMs;

/** The day of the week of a day that is counted from 1 January 1970. */
export function weekdayOn(dayNumber: number): Weekday {
  return weekdays[(((dayNumber + thursday) % 7) + 7) % 7] ?? "monday";
}
