import { z } from "zod";
import { compileCondition } from "../../conditions/compileCondition.ts";
import { conditionWords } from "../../conditions/conditionWords.ts";
import { text } from "../../language/text.ts";
import { defineCondition } from "../../nodes/define.ts";
import { condition } from "../../nodes/form.ts";

const outlets = [
  { id: "yes", label: text("yes", "sí") },
  { id: "no", label: text("no", "no") },
];

/** Two ways on: rules in nested groups, all, any or none of which must hold. */
export const ifNode = defineCondition({
  type: "logic.if",
  label: text("If", "Si"),
  help: text(
    "Goes one way if the rules hold, else the other.",
    "Va por un lado si se cumplen las reglas y, si no, por el otro.",
  ),
  keywords: text("condition check filter when rule", "condición comprobar filtrar cuando regla"),
  icon: "branch",
  group: "condition",
  config: z.object({ when: condition({ label: text("Rules", "Reglas") }) }),
  example: {
    when: {
      match: "all",
      rules: [
        { ref: "company.plan", operator: "is", operand: ["Pro"] },
        { ref: "message.text", operator: "mentions", operand: ["refund"] },
      ],
    },
  },
  fresh: { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: [] }] } },
  outlets: () => outlets,
  compile(config, bind) {
    const compiled = compileCondition(config.when, bind);
    return { decide: (context, now) => (compiled.holds(context, now) ? "yes" : "no"), evidence: compiled.evidence };
  },
  sentence: (config, speech) =>
    speech.say(`If ${conditionWords(config.when, speech)}`, `Si ${conditionWords(config.when, speech)}`),
});
