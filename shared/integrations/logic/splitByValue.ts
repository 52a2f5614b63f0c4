import { z } from "zod";
import { valueInSentence } from "../../conditions/conditionWords.ts";
import { fold, joinWords, text } from "../../language/text.ts";
import { defineCondition } from "../../nodes/define.ts";
import { cases, value } from "../../nodes/form.ts";
import { showValue } from "../../template/fill.ts";

const otherwise = { id: "otherwise", label: text("otherwise", "si no") };

/** One exit for each set of values, in order; the first that fits is taken. */
export const splitByValue = defineCondition({
  type: "logic.splitByValue",
  label: text("Split by value", "Dividir por valor"),
  help: text("Goes a different way for each value.", "Va por un camino distinto según el valor."),
  keywords: text("switch route by plan topic case", "según plan tema caso derivar"),
  icon: "split",
  group: "condition",
  config: z.object({
    value: value({ label: text("Value", "Valor") }),
    cases: cases({ label: text("Exits", "Salidas") }, "value"),
  }),
  example: { value: "company.plan", cases: [{ id: "pro", label: "Pro", values: ["Pro", "Enterprise"] }] },
  fresh: { cases: [{ id: "a", label: "", values: [] }] },
  outlets: (config) => [
    ...config.cases.map(({ id, label, values }) => {
      const shown = label || joinWords(values, "/");
      return { id, label: text(shown, shown) };
    }),
    otherwise,
  ],
  compile(config, bind) {
    const read = bind(config.value);
    const ways = config.cases.map(({ id, values }) => ({ id, values: new Set(values.map(fold)) }));
    const chosen = (actual: ReturnType<typeof read>) => {
      const held = Array.isArray(actual) ? actual : [showValue(actual)];
      return ways.find((way) => held.some((entry) => way.values.has(fold(entry))));
    };
    return {
      decide: (context) => chosen(read(context))?.id ?? otherwise.id,
      evidence(context) {
        const actual = read(context);
        const way = config.cases.find(({ id }) => id === chosen(actual)?.id);
        const operand = way ? way.values : config.cases.flatMap(({ values }) => values);
        return [{ ref: config.value, operator: "is", operand, actual, met: way !== undefined }];
      },
    };
  },
  sentence: (config, speech) => {
    const what = valueInSentence(config.value, speech);
    return speech.say(`Split by ${what}`, `Dividir por ${what}`);
  },
});
