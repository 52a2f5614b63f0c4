import { z } from "zod";
import { text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";
import { exampleWhen, freshWhen, scheduled, whenSetting } from "./scheduled.ts";
import { timetableWords } from "./timetableWords.ts";

/** Starts a single run when its time comes. It is about no conversation, customer or ticket. */
export const scheduleOnce = defineTrigger({
  ...scheduled,
  type: "logic.scheduleOnce",
  label: text("One run, on a schedule", "Una ejecución, según un horario"),
  help: text(
    "Starts once whenever its time comes, about no conversation, customer or ticket. Its steps look up what they need.",
    "Empieza una vez cada vez que llega su hora, sin conversación, cliente ni ticket. Sus pasos buscan lo que necesitan.",
  ),
  group: "trigger",
  config: z.object({ when: whenSetting() }),
  example: { when: exampleWhen },
  fresh: { when: freshWhen },
  schedule: ({ when }) => ({ timetable: when, search: null }),
  sentence: ({ when }, speech) => timetableWords(when, speech) + speech.say(", a single run", ", una sola ejecución"),
});
