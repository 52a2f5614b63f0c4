import { z } from "zod";
import { scheduleTopic } from "../../events/topics.ts";
import { joinWords, text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";
import { choice, duration, timetable } from "../../nodes/form.ts";
import { durationMs, durationWords } from "./duration.ts";
import { daysWords } from "./hoursWords.ts";

const which = {
  open: text("Open conversations", "Conversaciones abiertas"),
  unassigned: text("Open conversations that nobody has taken", "Conversaciones abiertas que nadie ha tomado"),
  snoozed: text("Snoozed conversations", "Conversaciones pospuestas"),
};

type Filter = { field: string; operator: string; value: string | number };
const filters: Record<keyof typeof which, readonly Filter[]> = {
  open: [{ field: "state", operator: "=", value: "open" }],
  unassigned: [
    { field: "state", operator: "=", value: "open" },
    { field: "admin_assignee_id", operator: "=", value: "0" },
  ],
  snoozed: [{ field: "state", operator: "=", value: "snoozed" }],
};

/** Starts at times of the day, once for each conversation that is found then. Intercom 2.16: POST /conversations/search. */
export const schedule = defineTrigger({
  type: "logic.schedule",
  label: text("On a schedule", "Según un horario"),
  help: text(
    "Starts at certain times, once for each conversation that is found then.",
    "Empieza a ciertas horas, una vez por cada conversación que se encuentre entonces.",
  ),
  keywords: text(
    "cron every day daily weekly morning time clock regularly",
    "cron cada día diario semanal mañana hora reloj periódico",
  ),
  icon: "clock",
  group: "trigger",
  topics: [scheduleTopic],
  config: z.object({
    when: timetable({ label: text("When", "Cuándo") }),
    which: choice({ label: text("For each of these", "Por cada una de estas") }, which),
    quietFor: duration({ label: text("In which nothing has happened for", "En las que no ha pasado nada desde hace") }),
  }),
  example: {
    when: { zone: "Europe/Madrid", days: ["monday", "tuesday", "wednesday", "thursday", "friday"], times: ["09:00"] },
    which: "open",
    quietFor: { amount: 2, unit: "days" },
  },
  fresh: {
    when: { zone: "UTC", days: ["monday", "tuesday", "wednesday", "thursday", "friday"], times: ["09:00"] },
    which: "open",
    quietFor: { amount: 1, unit: "days" },
  },
  accepts: () => ({ accepted: true }),
  schedule: ({ when, which: kind, quietFor }) => ({
    timetable: when,
    query: (at) => ({
      operator: "AND",
      value: [
        ...filters[kind],
        { field: "updated_at", operator: "<", value: Math.floor((at - durationMs(quietFor)) / 1000) },
      ],
    }),
  }),
  sentence({ when, which: kind, quietFor }, speech) {
    const { say, pick, language } = speech;
    const at = joinWords(when.times, say("and", "y"));
    const what = pick(which[kind]);
    const plain = what.charAt(0).toLowerCase() + what.slice(1);
    const quiet = durationWords(quietFor, language);
    return say(
      `On ${daysWords(when.days, speech)} at ${at}, for each of: ${plain}, quiet for ${quiet}`,
      `Los ${daysWords(when.days, speech)} a las ${at}, por cada una de: ${plain}, sin novedad desde hace ${quiet}`,
    );
  },
});
