import { z } from "zod";
import { valueInSentence } from "../../conditions/conditionWords.ts";
import { text } from "../../language/text.ts";
import { defineCondition } from "../../nodes/define.ts";
import { duration, type Duration, value } from "../../nodes/form.ts";
import { instantOf } from "../../template/instantOf.ts";
import { durationMs, durationWords } from "./duration.ts";

/** The same question as a rule, for what is told of it afterwards. */
const asRule = (longer: Duration) =>
  longer.unit === "days"
    ? { operator: "olderThanDays", operand: longer.amount }
    : { operator: "olderThanHours", operand: durationMs(longer) / 3_600_000 };

/** Two ways on: a date is longer ago than a time, or is not. A date that is not set is not long ago. */
export const timeSince = defineCondition({
  type: "logic.timeSince",
  label: text("Time since", "Tiempo desde"),
  help: text(
    "Goes one way if a date is longer ago than a time; else, or without a date, the other.",
    "Va por un lado si una fecha es de hace más de un tiempo; si no, o sin fecha, por el otro.",
  ),
  keywords: text(
    "age old ago elapsed last seen inactive waiting longer than date",
    "antigüedad hace transcurrido última vez inactivo esperando más de fecha",
  ),
  icon: "clock",
  group: "condition",
  config: z.object({
    date: value({ label: text("Date", "Fecha") }),
    longer: duration({ label: text("Is longer ago than", "Es de hace más de") }),
  }),
  example: { date: "contact.lastSeenAt", longer: { amount: 30, unit: "days" } },
  fresh: { longer: { amount: 1, unit: "days" } },
  outlets: () => [
    { id: "yes", label: text("yes", "sí") },
    { id: "no", label: text("no", "no") },
  ],
  compile({ date, longer }, bind) {
    const read = bind(date);
    const isLonger = (actual: ReturnType<typeof read>, now: number): boolean => {
      const at = instantOf(actual);
      return at !== null && now - at > durationMs(longer);
    };
    return {
      decide: (context, now) => (isLonger(read(context), now) ? "yes" : "no"),
      evidence(context, now) {
        const actual = read(context);
        return [{ ref: date, ...asRule(longer), actual, met: isLonger(actual, now) }];
      },
    };
  },
  sentence({ date, longer }, speech) {
    const what = valueInSentence(date, speech);
    const long = durationWords(longer, speech.language);
    return speech.say(`If ${what} is more than ${long} ago`, `Si ${what} es de hace más de ${long}`);
  },
});
