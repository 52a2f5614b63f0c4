import { z } from "zod";
import { calledTopic } from "../../events/topics.ts";
import { joinWords, text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";
import { names } from "../../nodes/form.ts";
import { asType } from "../../template/typedValue.ts";

/** Starts when another workflow runs this one; what it is given can be used by name. */
export const called = defineTrigger({
  type: "logic.called",
  label: text("Run by another workflow", "Ejecutado por otro flujo"),
  help: text(
    "Starts when another workflow runs this one, with what it is given.",
    "Empieza cuando otro flujo ejecuta este, con lo que se le da.",
  ),
  keywords: text("sub workflow called reuse shared part", "subflujo llamado reutilizar parte compartida"),
  icon: "workflow",
  group: "triggerConversation",
  topics: [calledTopic],
  config: z.object({
    inputs: names(
      {
        label: text("What it is given", "Lo que se le da"),
        help: text("Names of your own, for example: reason.", "Nombres que tú elijas, por ejemplo: motivo."),
      },
      10,
    ),
  }),
  example: { inputs: [{ name: "reason", type: "text" }] },
  fresh: { inputs: [] },
  accepts: () => ({ accepted: true }),
  gives: ({ inputs }) => inputs.map(({ name, type }) => ({ field: name, label: text(name, name), type })),
  receive: ({ inputs }, given) =>
    Object.fromEntries(
      inputs.map(({ name, type }) => [name, asType(Object.hasOwn(given, name) ? (given[name] ?? null) : null, type)]),
    ),
  sentence({ inputs }, { say }) {
    const all = inputs.map(({ name }) => name);
    return all.length === 0
      ? say("When another workflow runs it", "Cuando otro flujo lo ejecuta")
      : say(
          `When another workflow runs it with ${joinWords(all, "and")}`,
          `Cuando otro flujo lo ejecuta con ${joinWords(all, "y")}`,
        );
  },
});
