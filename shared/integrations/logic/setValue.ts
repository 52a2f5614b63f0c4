import { z } from "zod";
import { Value } from "../../conditions/evidence.ts";
import { shorten, text } from "../../language/text.ts";
import { defineAction, type Given } from "../../nodes/define.ts";
import { choice, shortText, template } from "../../nodes/form.ts";
import { namedTypes } from "../../nodes/namedTypes.ts";
import { showValue } from "../../template/fill.ts";
import type { Template } from "../../template/template.ts";
import { asType, valueOf } from "../../template/typedValue.ts";
import type { NamedType } from "../../workspace/lists.ts";
import { templateWords } from "./templateWords.ts";

interface Config {
  name: string;
  value: Template;
  type: NamedType;
}

const kept = ({ config: { value, type }, read }: Given<Config>) => ({ value: asType(valueOf(value, read), type) });

/** Keeps a value under a name of the builder's own, for later steps; nothing leaves the run. */
export const setValue = defineAction({
  type: "logic.setValue",
  label: text("Set value", "Guardar valor"),
  help: text(
    "Keeps a value for later steps of the same run.",
    "Guarda un valor para los pasos siguientes de la misma ejecución.",
  ),
  keywords: text("variable remember store keep define assign", "variable recordar almacenar definir asignar fijar"),
  icon: "edit",
  group: "data",
  config: z.object({
    name: shortText({ label: text("What it is", "Qué es") }, 80),
    value: template({ label: text("Value", "Valor") }),
    type: choice({ label: text("Kept as", "Se guarda como") }, namedTypes).default("text"),
  }),
  example: { name: "Greeting", value: ["Hello ", { ref: "contact.name", fallback: "there" }] },
  fresh: { value: [] },
  reply: z.object({ value: Value }),
  gives: ({ name, type }) => [{ field: "value", label: text(name, name), type }],
  plan: (given) => ({ type: "answer", reply: kept(given) }),
  answer: (_, given) => kept(given),
  simulate: () => null,
  onUncertain: "repeat",
  sentence(config, speech) {
    const words = templateWords(config.value, speech);
    return speech.say(`Set “${config.name}” to “${words}”`, `Guardar «${config.name}» como «${words}»`);
  },
  done(config, { value }, { say }) {
    const words = shorten(showValue(value, config.type === "date" ? "date" : undefined), 80);
    return value === null
      ? say(`“${config.name}” is not set: its value is none`, `«${config.name}» quedó sin valor: no había ninguno`)
      : say(`Set “${config.name}” to “${words}”`, `Guardó «${config.name}» como «${words}»`);
  },
});
