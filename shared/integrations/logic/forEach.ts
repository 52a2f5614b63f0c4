import { z } from "zod";
import { valueInSentence } from "../../conditions/conditionWords.ts";
import { string } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, defineFlow, type Json } from "../../nodes/define.ts";
import { count, value } from "../../nodes/form.ts";

/** Goes through the steps inside once for each entry of a list. */
export const forEach = defineFlow({
  type: "logic.forEach",
  label: text("For each", "Para cada uno"),
  help: text(
    "Goes through the steps inside once for each entry of a list.",
    "Recorre los pasos de dentro una vez por cada elemento de una lista.",
  ),
  keywords: text("loop repeat list every tags iterate", "bucle repetir lista todos etiquetas recorrer"),
  icon: "repeat",
  group: "loop",
  config: z.object({
    list: value({ label: text("List", "Lista") }),
    most: count({ label: text("At most", "Como mucho"), advanced: true }, 1, 500),
  }),
  example: { list: "conversation.tags", most: 50 },
  fresh: { most: 50 },
  reply: z.object({
    item: answer(z.json(), text("The entry", "El elemento"), "text"),
    number: answer(z.number(), text("Which one, counted from 1", "Cuál, contando desde 1"), "number"),
  }),
  outlets: () => [
    { id: "each", label: text("each", "cada uno") },
    { id: "done", label: text("then", "después") },
  ],
  bodies: () => ["each"],
  flow({ config, read }) {
    const held = read(config.list);
    const items: readonly Json[] = Array.isArray(held) ? held : held === null ? [] : [held];
    return { do: "loop", items, most: config.most, body: "each", after: "done" };
  },
  answer: () => ({ item: null, number: 0 }),
  sentence: (config, speech) => {
    const what = valueInSentence(config.list, speech);
    return speech.say(`For each of: ${what}`, `Por cada elemento: ${what}`);
  },
  done: (_, { outlet, reply }, { say }) =>
    outlet === "each"
      ? say(`Entry ${string(reply?.["number"])}`, `Elemento ${string(reply?.["number"])}`)
      : say("Went through all", "Los recorrió todos"),
});
