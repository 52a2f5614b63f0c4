import { z } from "zod";
import { text } from "../../language/text.ts";
import { answer, defineAction } from "../../nodes/define.ts";
import { duration } from "../../nodes/form.ts";
import { durationMs, durationWords } from "./duration.ts";

/** Waits a fixed time; survives restarts. What is known of the conversation is read anew afterwards, where it is used. */
export const delay = defineAction({
  type: "logic.delay",
  label: text("Delay", "Esperar"),
  help: text("Waits a fixed time, then goes on.", "Espera un tiempo fijo y sigue."),
  keywords: text("wait pause sleep later timer", "pausa demora tiempo después temporizador"),
  icon: "clock",
  group: "wait",
  config: z.object({ for: duration({ label: text("For how long", "Durante cuánto tiempo") }) }),
  example: { for: { amount: 2, unit: "hours" } },
  fresh: { for: { amount: 1, unit: "hours" } },
  reply: z.object({ until: answer(z.number(), text("Waited until", "Esperó hasta"), "date") }),
  plan: (given) => ({ type: "delay", until: given.now + durationMs(given.config.for) }),
  answer: (_, given) => ({ until: given.now + durationMs(given.config.for) }),
  simulate: () => null,
  onUncertain: "repeat",
  sentence: (config, { say, language }) =>
    say(`Wait ${durationWords(config.for, language)}`, `Esperar ${durationWords(config.for, language)}`),
  done: (config, _, { say, language }) =>
    say(`Waited ${durationWords(config.for, language)}`, `Esperó ${durationWords(config.for, language)}`),
});
