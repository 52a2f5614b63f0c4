import { z } from "zod";
import { webhookTopic } from "../../events/topics.ts";
import { joinWords, text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";
import { hookFields, hookProof } from "../../nodes/form.ts";

/** As many names as a sentence bears. */
const mostNames = 3;

/** Starts when another tool calls an address of the step's own; what is picked of what it sends can be used by name. */
export const webhook = defineTrigger({
  type: "logic.webhook",
  label: text("Webhook received", "Webhook recibido"),
  help: text(
    "Starts when another tool calls an address of its own: a shop, a form, a CRM, a script.",
    "Empieza cuando otra herramienta llama a una dirección propia: una tienda, un formulario, un CRM, un script.",
  ),
  keywords: text(
    "http api call incoming hook zapier make shopify stripe form script external tool",
    "http api llamada entrante hook zapier make shopify stripe formulario script herramienta externa",
  ),
  icon: "webhook",
  group: "trigger",
  topics: [webhookTopic],
  config: z.object({
    proof: hookProof({ label: text("How the other tool calls", "Cómo llama la otra herramienta") }),
    fields: hookFields({
      label: text("What it brings", "Lo que trae"),
      help: text(
        "Tick the values that later steps may use.",
        "Marca los valores que los pasos posteriores podrán usar.",
      ),
    }),
  }),
  example: {
    proof: "secret",
    fields: [
      { id: "total", name: "Order total", path: ["order", "total"], type: "number" },
      { id: "email", name: "Customer e-mail", path: ["order", "customer", "email"], type: "text" },
    ],
  },
  fresh: { proof: "secret", fields: [] },
  accepts: () => ({ accepted: true }),
  gives: ({ fields }) => fields.map(({ id, name, type }) => ({ field: id, label: text(name, name), type })),
  hook: ({ proof, fields }) => ({ proof, fields }),
  sentence({ fields }, { say }) {
    const all = fields.map(({ name }) => name);
    const names = all.length > mostNames ? [...all.slice(0, mostNames), say("more", "más")] : all;
    return names.length === 0
      ? say("When another tool calls", "Cuando llama otra herramienta")
      : say(
          `When another tool calls with ${joinWords(names, "and")}`,
          `Cuando llama otra herramienta con ${joinWords(names, "y")}`,
        );
  },
});
