import type { Language } from "#shared/language/text.ts";

const steps = [
  ["minute", 60, 60],
  ["hour", 3_600, 24],
  ["day", 86_400, 30],
  ["month", 2_629_746, 12],
  ["year", 31_556_952, Number.POSITIVE_INFINITY],
] as const;

/** "just now", "7 minutes ago", "in 2 hours", "yesterday". `at` and `now` are epoch milliseconds. */
export function relativeTime(at: number, now: number, language: Language, justNow: string): string {
  const seconds = (at - now) / 1000;
  if (Math.abs(seconds) < 45) return justNow;
  const step = steps.find(([, size, most]) => Math.round(Math.abs(seconds) / size) < most) ?? steps[4];
  const amount = Math.round(Math.abs(seconds) / step[1]) || 1;
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(Math.sign(seconds) * amount, step[0]);
}

/** The day and the time to the second, in the reader's own time zone. */
export const exactTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "medium" }).format(at);

/** Day and time for where a moment has to be told, as "26 Mar 2027, 16:05". */
export const shortTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);

/** A day, as "26 Mar 2027". */
export const dayOf = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(at);

/** "240 ms", "3.2 s", "2 min 5 s", "1 h 10 min": the two largest units; `long`: "1 hour 10 minutes". */
export function durationWords(durationMs: number, language: Language, unitDisplay: "short" | "long" = "short"): string {
  const say = (value: number, unit: string, digits = 0) =>
    new Intl.NumberFormat(language, {
      style: "unit",
      unit,
      unitDisplay,
      maximumFractionDigits: digits,
    }).format(value);
  if (durationMs < 1000) return say(Math.round(durationMs), "millisecond");
  if (durationMs < 60_000) return say(durationMs / 1000, "second", 1);
  const units = [
    ["day", 86_400_000],
    ["hour", 3_600_000],
    ["minute", 60_000],
    ["second", 1_000],
  ] as const;
  const first = units.findIndex(([, size]) => durationMs >= size);
  return units
    .slice(first, first + 2)
    .map(([unit, size], place) => {
      const whole = place === 0 ? durationMs : durationMs % (units[first]?.[1] ?? size);
      return [Math.floor(whole / size), unit] as const;
    })
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => say(amount, unit))
    .join(" ");
}
