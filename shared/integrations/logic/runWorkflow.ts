import { z } from "zod";
import { record, string } from "../../events/raw.ts";
import { shorten, text } from "../../language/text.ts";
import { answer, defineFlow } from "../../nodes/define.ts";
import { pairs, pick } from "../../nodes/form.ts";
import { fill } from "../../template/fill.ts";

/** Runs another workflow for the same conversation and goes on with what it answers. It has a run and a trace of its own. */
export const runWorkflow = defineFlow({
  type: "logic.runWorkflow",
  label: text("Run another workflow", "Ejecutar otro flujo"),
  help: text(
    "Runs another workflow for the same conversation, then goes on with its answer.",
    "Ejecuta otro flujo para la misma conversación y sigue con su respuesta.",
  ),
  keywords: text("sub workflow call reuse shared part", "subflujo llamar reutilizar parte compartida"),
  icon: "workflow",
  group: "loop",
  config: z.object({
    workflow: pick({ label: text("Workflow", "Flujo") }, "workflows"),
    inputs: pairs({ label: text("What to give it", "Lo que se le da") }, 10),
  }),
  example: { workflow: "abc", inputs: [{ name: "reason", value: [{ ref: "message.text" }] }] },
  fresh: { inputs: [] },
  reply: z.object({ answer: answer(z.string(), text("What it answered", "Lo que respondió"), "text") }),
  outlets: () => [{ id: "next", label: text("then", "después") }],
  bodies: () => [],
  flow: ({ config, read }) => ({
    do: "call",
    workflow: config.workflow,
    inputs: Object.fromEntries(config.inputs.map(({ name, value }) => [name, fill(value, read)])),
  }),
  answer: (outcome) => ({ answer: string(record(outcome)["answer"]) }),
  sentence: ({ workflow }, { say, name }) =>
    say(`Run “${name("workflows", workflow)}”`, `Ejecutar «${name("workflows", workflow)}»`),
  done(_, { reply }, { say }) {
    const words = shorten(string(reply?.["answer"]), 80);
    return words === ""
      ? say("The other workflow has ended", "El otro flujo terminó")
      : say(`It answered “${words}”`, `Respondió «${words}»`);
  },
});
