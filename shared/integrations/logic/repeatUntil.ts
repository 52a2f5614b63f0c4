import { z } from "zod";
import { compileCondition } from "../../conditions/compileCondition.ts";
import { conditionWords } from "../../conditions/conditionWords.ts";
import { string } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, defineFlow } from "../../nodes/define.ts";
import { condition, count } from "../../nodes/form.ts";

/** Goes through the steps inside again and again until the rules hold. */
export const repeatUntil = defineFlow({
  type: "logic.repeatUntil",
  label: text("Repeat until", "Repetir hasta"),
  help: text(
    "Goes through the steps inside again and again until the rules hold.",
    "Recorre los pasos de dentro una y otra vez hasta que se cumplan las reglas.",
  ),
  keywords: text("loop again while remind retry", "bucle otra vez mientras recordar reintentar"),
  icon: "repeat",
  group: "loop",
  config: z.object({
    until: condition({ label: text("Until", "Hasta que") }),
    most: count({ label: text("At most this many times", "Como mucho estas veces") }, 1, 100),
  }),
  example: {
    until: { match: "all", rules: [{ ref: "conversation.state", operator: "isAnyOf", operand: ["closed"] }] },
    most: 3,
  },
  fresh: {
    until: { match: "all", rules: [{ ref: "conversation.state", operator: "isAnyOf", operand: ["closed"] }] },
    most: 3,
  },
  reply: z.object({
    number: answer(z.number(), text("Which time, counted from 1", "Qué vez, contando desde 1"), "number"),
  }),
  outlets: () => [
    { id: "again", label: text("each time", "cada vez") },
    { id: "done", label: text("then", "después") },
  ],
  bodies: () => ["again"],
  flow: ({ config }, bind) => {
    const rules = compileCondition(config.until, bind);
    return {
      do: "loop",
      items: null,
      most: config.most,
      body: "again",
      after: "done",
      enough: (context, now) => rules.holds(context, now),
    };
  },
  answer: () => ({ number: 0 }),
  sentence: (config, speech) =>
    speech.say(
      `Repeat until ${conditionWords(config.until, speech)}, at most ${config.most} times`,
      `Repetir hasta que ${conditionWords(config.until, speech)}, ${config.most} veces como mucho`,
    ),
  done: (_, { outlet, reply }, { say }) =>
    outlet === "again"
      ? say(`Time ${string(reply?.["number"])}`, `Vez ${string(reply?.["number"])}`)
      : say("Stopped repeating", "Dejó de repetir"),
});
