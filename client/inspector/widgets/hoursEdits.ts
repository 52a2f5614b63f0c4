import { mostSpans, type Span, type Weekday, weekdays } from "#shared/schedule/hours.ts";
import type { Json } from "#shared/nodes/define.ts";

/** Hours that are being filled in: times and days may be half typed. */
export interface DraftHours {
  zone: string;
  week: Record<Weekday, Span[]>;
  holidays: string[];
}

type Held = Readonly<Record<string, Json>>;

const objectIn = (value: Json | undefined): Held =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
const listIn = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const words = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** Hours as far as they are filled in. */
export function readHours(value: Json | undefined): DraftHours {
  const { zone, week, holidays } = objectIn(value);
  const spans = (name: Weekday): Span[] =>
    listIn(objectIn(week)[name]).map((span) => {
      const { from, to } = objectIn(span);
      return { from: words(from), to: words(to) };
    });
  return {
    zone: words(zone),
    week: Object.fromEntries(weekdays.map((name) => [name, spans(name)])) as DraftHours["week"],
    holidays: listIn(holidays).map(words),
  };
}

/** A time of day as the document holds it, from what people write: "9", "930", "9.30", "9:30", "5 pm", "24". Null when it is none. */
export function readClock(typed: string): string | null {
  const [, hours = "", minutes = "", half] =
    /^(\d{1,2})(?:[:.h]?([0-5]\d))?\s*(?:([ap])\.?\s?m\.?|h)?$/.exec(typed.trim().toLowerCase()) ?? [];
  if (hours === "") return null;
  const read = Number(hours);
  if (half !== undefined && (read < 1 || read > 12)) return null;
  const hour = half === undefined ? read : (read % 12) + (half === "p" ? 12 : 0);
  const clock = `${String(hour).padStart(2, "0")}:${minutes || "00"}`;
  return clock <= "24:00" ? clock : null;
}

/** Whether both times can be read, and the end is not later than the beginning. */
export const isTurnedRound = ({ from, to }: Span): boolean =>
  readClock(from) === from && readClock(to) === to && from >= to;

/** What a day begins with: the hours of the nearest day before it that has some. */
export function freshSpans(week: DraftHours["week"], name: Weekday): Span[] {
  const before = weekdays.slice(0, weekdays.indexOf(name)).findLast((other) => week[other].length > 0);
  return before === undefined ? [{ from: "09:00", to: "17:00" }] : week[before];
}

/** What is added to a day's hours: nothing is known of it yet. */
export const withSpan = (spans: readonly Span[]): Span[] => [...spans, { from: "", to: "" }].slice(0, mostSpans);

/** The days on which most people work. */
const working: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday"];

/** A day's hours on Monday to Friday. */
export const copiedToWorkingDays = (week: DraftHours["week"], name: Weekday): DraftHours["week"] => ({
  ...week,
  ...Object.fromEntries(working.map((other) => [other, week[name]])),
});
