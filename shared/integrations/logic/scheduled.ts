import { scheduleTopic } from "../../events/topics.ts";
import { text } from "../../language/text.ts";
import type { Age, Duration } from "../../nodes/form.ts";
import { timetable } from "../../nodes/form.ts";
import type { Speech } from "../../language/speech.ts";
import type { Timetable } from "../../schedule/timetable.ts";
import type { Filter } from "../intercom/search.ts";
import { durationMs, durationWords } from "./duration.ts";

/** What every trigger that the clock sets off has in common. */
export const scheduled = {
  keywords: text(
    "on a schedule cron timer every day daily week weekly month monthly hour hourly minutes morning time clock regularly",
    "según un horario programado cron temporizador cada día diario cada semana semanal cada mes mensual cada hora minutos mañana reloj periódico",
  ),
  icon: "clock" as const,
  topics: [scheduleTopic],
  accepts: () => ({ accepted: true as const }),
};

export const whenSetting = () => timetable({ label: text("When", "Cuándo") });

const workingDays: Timetable = {
  zone: "UTC",
  days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
  times: ["09:00"],
};
export const freshWhen: Timetable = { ...workingDays, every: "week" };
export const exampleWhen: Timetable = { ...workingDays, zone: "Europe/Madrid" };

/** What has not changed for so long. Intercom 2.16: `updated_at` of conversations and tickets. */
export const quiet = (quietFor: Duration, at: number): Filter => ({
  field: "updated_at",
  operator: "<",
  value: Math.floor((at - durationMs(quietFor)) / 1000),
});

/** ", quiet for 2 days", for a sentence. */
export const quietWords = (quietFor: Duration, { say, language }: Speech): string => {
  const length = durationWords(quietFor, language);
  return say(`, quiet for ${length}`, `, sin novedad desde hace ${length}`);
};

const dayMs = 86_400_000;

/** Intercom takes only whole days of the workspace's own calendar here, neither of which is in what is found. Source: 2.16, POST /contacts/search. */
export const aged = (field: string, age: Age, at: number): Filter[] =>
  age === null
    ? []
    : [{ field, operator: age.is === "over" ? "<" : ">", value: Math.floor((at - age.days * dayMs) / 1000) }];

/** "more than 30 days ago" or "in the last 30 days". */
export const ageWords = ({ is, days }: NonNullable<Age>, { say, language }: Speech): string => {
  const length = durationWords({ amount: days, unit: "days" }, language);
  if (is === "over") return say(`more than ${length} ago`, `hace más de ${length}`);
  return days === 1 ? say("today", "hoy") : say(`in the last ${length}`, `en los últimos ${length}`);
};
