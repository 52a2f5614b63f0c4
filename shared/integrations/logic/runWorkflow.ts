import { z } from "zod";
import { joinWords, shorten, text } from "../../language/text.ts";
import { defineFlow, type Json } from "../../nodes/define.ts";
import { pick, takes } from "../../nodes/form.ts";
import { showValue } from "../../template/fill.ts";
import { valueOf } from "../../template/typedValue.ts";
import { Value } from "../../conditions/evidence.ts";

const Answered = z.record(z.string(), Value);
const answered = (outcome: Json) => Answered.parse(outcome ?? {});

/** Runs another workflow for the same conversation and goes on with what it answers. It has a run and a trace of its own. */
export const runWorkflow = defineFlow({
  type: "logic.runWorkflow",
  label: text("Run another workflow", "Ejecutar otro flujo"),
  help: text(
    "Runs another workflow for the same conversation, then goes on with what it answers.",
    "Ejecuta otro flujo para la misma conversación y sigue con lo que responde.",
  ),
  keywords: text("sub workflow call reuse shared part", "subflujo llamar reutilizar parte compartida"),
  icon: "workflow",
  group: "loop",
  config: z.object({
    workflow: pick({ label: text("Workflow", "Flujo") }, "workflows"),
    inputs: takes({ label: text("What to give it", "Lo que se le da") }, "workflow", "workflows"),
  }),
  example: { workflow: "abc", inputs: [{ name: "reason", value: [{ ref: "message.text" }] }] },
  fresh: { inputs: [] },
  reply: z.object({}).catchall(Value),
  gives: ({ workflow }, lists) =>
    (lists?.workflows.find(({ id }) => id === workflow)?.answers ?? []).map(({ name, type }) => ({
      field: name,
      label: text(name, name),
      type,
    })),
  calls: ({ workflow }) => workflow,
  outlets: () => [{ id: "next", label: text("then", "después") }],
  bodies: () => [],
  flow: ({ config, read }) => ({
    do: "call",
    workflow: config.workflow,
    inputs: Object.fromEntries(config.inputs.map(({ name, value }) => [name, valueOf(value, read)])),
  }),
  answer: (outcome) => answered(outcome),
  sentence: ({ workflow }, { say, name }) =>
    say(`Run “${name("workflows", workflow)}”`, `Ejecutar «${name("workflows", workflow)}»`),
  done(_, { reply }, { say }) {
    const all = Object.entries(answered(reply)).map(([name, value]) => `${name}: ${shorten(showValue(value), 60)}`);
    return all.length === 0
      ? say("The other workflow has ended", "El otro flujo terminó")
      : say(`It answered ${joinWords(all, "and")}`, `Respondió ${joinWords(all, "y")}`);
  },
});
