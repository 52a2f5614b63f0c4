import { z } from "zod";
import { valueInSentence } from "../../conditions/conditionWords.ts";
import { text } from "../../language/text.ts";
import { answer, defineAction } from "../../nodes/define.ts";
import { value } from "../../nodes/form.ts";
import { instantOf } from "../../template/instantOf.ts";

/** Waits until a date that is among the values; one that is past or not set is not waited for. */
export const waitUntil = defineAction({
  type: "logic.waitUntil",
  label: text("Wait until a date", "Esperar hasta una fecha"),
  help: text("Waits until a date that is among the values.", "Espera hasta una fecha que esté entre los valores."),
  keywords: text("delay date when renewal later", "demora fecha cuando renovación después"),
  icon: "clock",
  group: "wait",
  config: z.object({ date: value({ label: text("Date", "Fecha") }) }),
  example: { date: "conversation.createdAt" },
  fresh: {},
  reply: z.object({ until: answer(z.number(), text("Waited until", "Esperó hasta"), "date") }),
  plan({ config, read, now }) {
    const at = instantOf(read(config.date));
    if (at === null) return { type: "skip", why: text("Not waited: there is no date.", "Sin espera: no hay fecha.") };
    return at > now ? { type: "delay", until: at } : { type: "answer", reply: { until: at } };
  },
  answer: (_, { config, read, now }) => ({ until: instantOf(read(config.date)) ?? now }),
  simulate: () => null,
  onUncertain: "repeat",
  sentence: (config, speech) => {
    const what = valueInSentence(config.date, speech);
    return speech.say(`Wait until ${what}`, `Esperar hasta ${what}`);
  },
  done: (_config, reply, { say }) => {
    const day = new Date(reply.until).toISOString().slice(0, 10);
    return say(`Waited until ${day}`, `Esperó hasta el ${day}`);
  },
});
