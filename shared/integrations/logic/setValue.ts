import { z } from "zod";
import { shorten, text } from "../../language/text.ts";
import { answer, defineAction } from "../../nodes/define.ts";
import { shortText, template } from "../../nodes/form.ts";
import { fill } from "../../template/fill.ts";
import { templateWords } from "./templateWords.ts";

/** Keeps a text under a name of the builder's own, for later steps; nothing leaves the run. */
export const setValue = defineAction({
  type: "logic.setValue",
  label: text("Set value", "Guardar valor"),
  help: text(
    "Keeps a text for later steps of the same run.",
    "Guarda un texto para los pasos siguientes de la misma ejecución.",
  ),
  keywords: text("variable remember store keep define assign", "variable recordar almacenar definir asignar fijar"),
  icon: "edit",
  group: "data",
  config: z.object({
    name: shortText({ label: text("What it is", "Qué es") }, 80),
    value: template({ label: text("Value", "Valor") }),
  }),
  example: { name: "Greeting", value: ["Hello ", { ref: "contact.name", fallback: "there" }] },
  fresh: { value: [] },
  reply: z.object({ value: answer(z.string(), text("The value", "El valor"), "text") }),
  plan: ({ config, read }) => ({ type: "answer", reply: { value: fill(config.value, read) } }),
  answer: (_, { config, read }) => ({ value: fill(config.value, read) }),
  simulate: () => null,
  onUncertain: "repeat",
  sentence(config, speech) {
    const words = templateWords(config.value, speech);
    return speech.say(`Set “${config.name}” to “${words}”`, `Guardar «${config.name}» como «${words}»`);
  },
  done: (config, { value }, { say }) =>
    say(`Set “${config.name}” to “${shorten(value, 80)}”`, `Guardó «${config.name}» como «${shorten(value, 80)}»`),
});
