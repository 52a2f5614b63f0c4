import type { Speech } from "../../language/speech.ts";
import { joinWords, text, type Text } from "../../language/text.ts";
import { weekdays } from "../../schedule/hours.ts";
import type { MonthDay, Place, Step, Timetable } from "../../schedule/timetable.ts";
import { durationWords } from "./duration.ts";
import { dayName, daysWords } from "./hoursWords.ts";

const placeWords: Record<Place, Text> = {
  first: text("first", "primer"),
  second: text("second", "segundo"),
  third: text("third", "tercer"),
  fourth: text("fourth", "cuarto"),
  last: text("last", "último"),
};

/** "on day 15", "on the last day" or "on the first Monday". */
function monthDayWords(on: MonthDay, { say, pick, language }: Speech): string {
  if (on.is === "date") return say(`on day ${on.date}`, `el día ${on.date}`);
  if (on.is === "lastDay") return say("on the last day", "el último día");
  const [place, day] = [pick(placeWords[on.place]), dayName(on.weekday, language, "long")];
  return say(`on the ${place} ${day}`, `el ${place} ${day}`);
}

const stepWords = (step: Step, { say, language }: Speech): string =>
  step.amount === 1 ? say("Every hour", "Cada hora") : say("Every ", "Cada ") + durationWords(step, language);

/** When a schedule comes, to begin a sentence with: "On Mon–Fri at 09:00", "Every 2 hours", "Every month on the last day at 18:00". */
export function timetableWords(timetable: Timetable, speech: Speech): string {
  const { say } = speech;
  if (timetable.every === "step") {
    const { step, days, between } = timetable;
    const on = say(` on ${daysWords(days, speech)}`, ` los ${daysWords(days, speech)}`);
    const within = between && say(` from ${between.from} to ${between.to}`, ` de ${between.from} a ${between.to}`);
    return stepWords(step, speech) + (days.length === weekdays.length ? "" : on) + (within ?? "");
  }
  const at = joinWords(timetable.times, say("and", "y"));
  if (timetable.every === "month") {
    const on = monthDayWords(timetable.on, speech);
    return say(`Every month ${on} at ${at}`, `Cada mes ${on} a las ${at}`);
  }
  const days = daysWords(timetable.days, speech);
  return timetable.days.length === weekdays.length
    ? say(`Every day at ${at}`, `Todos los días a las ${at}`)
    : say(`On ${days} at ${at}`, `Los ${days} a las ${at}`);
}
