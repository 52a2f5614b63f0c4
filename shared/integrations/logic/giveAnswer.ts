import { z } from "zod";
import { joinWords, text } from "../../language/text.ts";
import { defineFlow } from "../../nodes/define.ts";
import { namedValues } from "../../nodes/form.ts";
import { asType, valueOf } from "../../template/typedValue.ts";
import { templateWords } from "./templateWords.ts";

/** Ends this run and answers the workflow that ran it. */
export const giveAnswer = defineFlow({
  type: "logic.giveAnswer",
  label: text("Answer the other workflow", "Responder al otro flujo"),
  help: text(
    "Ends here and answers the workflow that ran this one.",
    "Termina aquí y responde al flujo que ejecutó este.",
  ),
  keywords: text("return result sub workflow end", "devolver resultado subflujo fin"),
  icon: "workflow",
  group: "loop",
  config: z.object({
    answers: namedValues(
      {
        label: text("What it answers", "Lo que responde"),
        help: text("Names of your own, for example: urgent.", "Nombres que tú elijas, por ejemplo: urgente."),
      },
      10,
    ),
  }),
  example: { answers: [{ name: "result", type: "text", value: ["routed"] }] },
  fresh: { answers: [] },
  reply: z.object({}),
  returns: ({ answers }) => answers.map(({ name, type }) => ({ name, type })),
  outlets: () => [],
  bodies: () => [],
  flow: ({ config, read }) => ({
    do: "stop",
    answer: Object.fromEntries(
      config.answers.map(({ name, type, value }) => [name, asType(valueOf(value, read), type)]),
    ),
  }),
  answer: () => ({}),
  sentence({ answers }, speech) {
    const all = answers.map(({ name, value }) => `${name} “${templateWords(value, speech)}”`);
    const todos = answers.map(({ name, value }) => `${name} «${templateWords(value, speech)}»`);
    return all.length === 0
      ? speech.say("Answer that it has ended", "Responder que terminó")
      : speech.say(`Answer ${joinWords(all, "and")}`, `Responder ${joinWords(todos, "y")}`);
  },
  done: (_config, _seen, { say }) => say("Answered and ended", "Respondió y terminó"),
});
