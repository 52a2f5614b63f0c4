import type { Json } from "#shared/nodes/define.ts";
import { type Weekday, weekdays } from "#shared/schedule/hours.ts";
import { MonthDay, Step } from "#shared/schedule/timetable.ts";

/** How a timetable repeats. */
export const repeats = ["week", "month", "step"] as const;
export type Repeats = (typeof repeats)[number];

/** A timetable as far as it is filled in: times may be half typed. What its kind does not have is what it would begin with. */
export interface DraftTimetable {
  every: Repeats;
  zone: string;
  days: readonly Weekday[];
  times: readonly string[];
  on: MonthDay;
  step: { amount: number | undefined; unit: Step["unit"] };
  between: { from: string; to: string } | null;
}

const words = (value: Json | undefined): string => (typeof value === "string" ? value : "");
const object = (value: Json | undefined): Readonly<Record<string, Json>> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;

const firstDay: MonthDay = { is: "date", date: 1 };

export function readTimetable(value: Json | undefined): DraftTimetable {
  const held = object(value) ?? {};
  const { zone, days, times, on, step, between } = held;
  const { amount, unit } = object(step) ?? {};
  const span = object(between);
  return {
    every: repeats.find((each) => each === held["every"]) ?? "week",
    zone: words(zone),
    days: weekdays.filter((day) => Array.isArray(days) && days.includes(day)),
    times: Array.isArray(times) ? times.map(words) : [],
    on: MonthDay.safeParse(on).data ?? firstDay,
    step: { amount: typeof amount === "number" ? amount : undefined, unit: unit === "minutes" ? unit : "hours" },
    between: span && { from: words(span["from"]), to: words(span["to"]) },
  };
}

/** As the document keeps it: what its kind has, and nothing else. */
export function writtenTimetable({ every, zone, days, times, on, step, between }: DraftTimetable): Json {
  if (every === "month") return { every, zone, on, times: [...times] };
  if (every === "week") return { every, zone, days: [...days], times: [...times] };
  const { amount, unit } = step;
  return { every, zone, days: [...days], step: amount === undefined ? { unit } : { amount, unit }, between };
}

/** The same repeated in another way; what that needs and was not there is begun with something usual. */
export const repeatedBy = (draft: DraftTimetable, every: Repeats): DraftTimetable => ({
  ...draft,
  every,
  days: draft.days.length > 0 ? draft.days : weekdays.slice(0, 5),
  times: draft.times.length > 0 ? draft.times : ["09:00"],
  step: draft.step.amount === undefined ? { amount: 1, unit: "hours" } : draft.step,
});
