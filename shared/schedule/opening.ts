import { clockMs, dayMs, weekdayOn } from "./calendar.ts";
import { type Hours, type Span, weekdays } from "./hours.ts";
import { offsetMs } from "./zone.ts";

/** The spans of a day, counted from 1 January 1970 as the zone's own calendar has it. */
function spansOn({ week, holidays }: Hours, dayNumber: number): readonly Span[] {
  const date = new Date(dayNumber * dayMs).toISOString().slice(0, 10);
  return holidays.includes(date) ? [] : week[weekdayOn(dayNumber)];
}

/**
 * Whether the clock on the wall, read at an instant (epoch milliseconds), stands within a span of that day. So an hour that
 * the clocks go through twice is open twice, and one that they leap over is not there to be open.
 */
export function isOpen(hours: Hours, at: number): boolean {
  const wall = at + offsetMs(hours.zone, at);
  const dayNumber = Math.floor(wall / dayMs);
  const time = wall - dayNumber * dayMs;
  return spansOn(hours, dayNumber).some(({ from, to }) => clockMs(from) <= time && time < clockMs(to));
}

/** The first moment at or after `at` (epoch milliseconds) when it is open: `at` itself where it is open now; null when it never is. */
export function nextOpening(hours: Hours, at: number): number | null {
  if (weekdays.every((name) => hours.week[name].length === 0)) return null;
  // A day off at most takes a whole week away, and a change of the clocks a day: after these it is open if it ever is.
  const days = 7 * (hours.holidays.length + 4);
  for (let index = 0, offset = offsetMs(hours.zone, at); index < days; index += 1) {
    const start = at + index * dayMs;
    const end = start + dayMs;
    const after = offsetMs(hours.zone, end);
    const change = offset === after ? end : changeBetween(hours.zone, start, end);
    const found = firstOpen(hours, start, change, offset) ?? firstOpen(hours, change, end, after);
    if (found !== null) return found;
    offset = after;
  }
  return null;
}

/** The first instant at which the clocks have another offset than at `start`. */
function changeBetween(zone: string, start: number, end: number): number {
  const before = offsetMs(zone, start);
  let [same, other] = [start, end];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetMs(zone, middle) === before) same = middle;
    else other = middle;
  }
  return other;
}

/** The first open instant of a stretch, its end not included, in which the clocks do not change. */
function firstOpen(hours: Hours, start: number, end: number, offset: number): number | null {
  for (let dayNumber = Math.floor((start + offset) / dayMs); dayNumber * dayMs < end + offset; dayNumber += 1) {
    const midnight = dayNumber * dayMs - offset;
    const openings = spansOn(hours, dayNumber)
      .filter(({ to }) => midnight + clockMs(to) > start)
      .map(({ from }) => Math.max(start, midnight + clockMs(from)))
      .filter((opening) => opening < end);
    if (openings.length > 0) return Math.min(...openings);
  }
  return null;
}
