import { z } from "zod";
import { ClockTime, Weekday, weekdays } from "./hours.ts";
import { isZone, offsetMs } from "./zone.ts";

/** Clock times of one time zone on certain days of the week. */
export const Timetable = z.object({
  zone: z.string().max(64).refine(isZone),
  days: z.array(Weekday).min(1).max(7),
  times: z.array(ClockTime).min(1).max(24),
});
export type Timetable = z.infer<typeof Timetable>;

const minute = 60_000;
const day = 86_400_000;
/** 1 January 1970 was a Thursday. */
const thursday = 3;

const ms = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * minute;

/**
 * The instant at which the clock on the wall reads `wall` (milliseconds as if it were UTC). Read twice when clocks go back: the
 * first time counts. Never read when they leap ahead: as long after the leap as it would have been.
 */
function instantAt(zone: string, wall: number): number {
  const before = wall - offsetMs(zone, wall - day);
  const after = wall - offsetMs(zone, wall + day);
  const real = [before, after].filter((at) => at + offsetMs(zone, at) === wall);
  return real.length > 0 ? Math.min(...real) : before;
}

/** The first time after an instant (epoch milliseconds). Each day and time comes once, whatever the clocks do. */
export function nextTime({ zone, days, times }: Timetable, after: number): number {
  const today = Math.floor((after + offsetMs(zone, after)) / day);
  for (let dayNumber = today - 1; ; dayNumber += 1) {
    const name = weekdays[(((dayNumber + thursday) % 7) + 7) % 7];
    if (name === undefined || !days.includes(name)) continue;
    const due = times.map((time) => instantAt(zone, dayNumber * day + ms(time))).filter((at) => at > after);
    if (due.length > 0) return Math.min(...due);
  }
}

/** The next few times, for a person to check. */
export function nextTimes(timetable: Timetable, after: number, count: number): number[] {
  const found: number[] = [];
  for (let at = after; found.length < count; found.push(at)) at = nextTime(timetable, at);
  return found;
}
