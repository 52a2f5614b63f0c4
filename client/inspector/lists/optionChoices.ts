import type { Speech } from "#shared/language/speech.ts";
import type { Options, ValueType } from "#shared/template/fields.ts";

export interface OptionChoice {
  value: string;
  label: string;
}

/** What a value's options are called: fixed words, the entries of a workspace list, or an attribute's own words. */
export function optionChoices(options: Options, speech: Speech): OptionChoice[] {
  const choices = allChoices(options, speech);
  // A select refuses the same value twice; a workspace need not.
  return [...new Map(choices.map((choice) => [choice.value, choice])).values()];
}

function allChoices(options: Options, speech: Speech): OptionChoice[] {
  if ("list" in options)
    return (speech.lists?.[options.list] ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if ("free" in options) return options.free.map((value) => ({ value, label: value }));
  return options.fixed.map(({ value, label }) => ({ value, label: speech.pick(label) }));
}

const yesOrNo: Options = {
  fixed: [
    { value: "true", label: { en: "Yes", es: "Sí" } },
    { value: "false", label: { en: "No", es: "No" } },
  ],
};

/** The options a split by value can offer; a yes/no value has two. Null where any words may come. */
export const optionsOf = (value: { type: ValueType; options?: Options } | undefined): Options | null =>
  value?.type === "boolean" ? yesOrNo : (value?.options ?? null);
