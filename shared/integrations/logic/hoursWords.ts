import { inSentence, type Speech } from "../../language/speech.ts";
import { joinWords, shorten, type Language } from "../../language/text.ts";
import { type Hours, type Weekday, weekdays } from "../../schedule/hours.ts";

/** The first of January 2024 was a Monday. */
export const dayName = (name: Weekday, language: Language, weekday: "short" | "long" = "short"): string =>
  new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" }).format(Date.UTC(2024, 0, 1 + weekdays.indexOf(name)));

/** Days in a row that have the same hours; days without any are left out. */
function runsOf(words: (name: Weekday) => string) {
  const runs: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const [index, name] of weekdays.entries()) {
    const hours = words(name);
    const run = runs.at(-1);
    if (hours !== "" && run?.hours === hours && run.last === weekdays[index - 1]) run.last = name;
    else if (hours !== "") runs.push({ first: name, last: name, hours });
  }
  return runs;
}

/** "Mon–Fri, Sun": days of the week in brief. */
export const daysWords = (days: readonly Weekday[], { language }: Speech): string =>
  runsOf((name) => (days.includes(name) ? "on" : ""))
    .map(({ first, last }) => dayName(first, language) + (first === last ? "" : `–${dayName(last, language)}`))
    .join(", ");

const city = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

const longest = 120;

/** "Mon–Fri 09:00–17:00, Sat 10:00–14:00, Madrid time", in brief; days off are not told. `clock` is a value that names the zone. */
export function hoursWords({ zone, week }: Hours, { language, say, label }: Speech, clock?: string): string {
  const hoursOf = (name: Weekday) =>
    joinWords(
      week[name].map(({ from, to }) => `${from}–${to}`),
      say("and", "y"),
    );
  const days = runsOf(hoursOf).map(({ first, last, hours }) => {
    const named = dayName(first, language) + (first === last ? "" : `–${dayName(last, language)}`);
    return `${named} ${hours}`;
  });
  if (days.length === 0) return say("no hours at all", "ningún horario");
  const own = clock === undefined ? "" : inSentence(label(clock));
  const ours = zone === "UTC" ? "UTC" : say(`${city(zone)} time`, `hora de ${city(zone)}`);
  const where = own === "" ? ours : say(`by ${own}, else ${ours}`, `según ${own}; si no, ${ours}`);
  return `${shorten(days.join(", "), longest)}, ${where}`;
}
