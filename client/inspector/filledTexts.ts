import type { Facts } from "#shared/events/facts.ts";
import type { Json } from "#shared/nodes/define.ts";
import { AttributeSetting, type FormField } from "#shared/nodes/form.ts";
import type { Speech } from "#shared/language/speech.ts";
import { fill, showValue } from "#shared/template/fill.ts";
import { isBlank, isChip, type Template } from "#shared/template/template.ts";
import type { ScopedValue } from "#shared/workflow/valuesInScope.ts";
import { readTemplate } from "./text/templateText.ts";
import { sampleValue } from "./values/sample.ts";

export interface FilledText {
  setting: string;
  words: string;
  /** The names of values that are empty here, with nothing to stand in for them. */
  empty: string[];
}

function templateIn({ ui: { widget } }: FormField, value: Json | undefined): Template {
  if (widget.kind === "template") return readTemplate(value);
  const read = widget.kind === "attributeValue" ? AttributeSetting.safeParse(value).data : undefined;
  return Array.isArray(read?.value) ? read.value : [];
}

/**
 * The step's texts as the sample conversation would get them. What only a run knows, the answers of earlier steps, stands
 * there by its name; so does what is gone.
 */
export function filledTexts(
  fields: readonly FormField[],
  config: Readonly<Record<string, Json>>,
  facts: Facts,
  values: readonly ScopedValue[],
  speech: Speech,
): FilledText[] {
  const inScope = new Set(values.map(({ ref }) => ref));
  return fields.flatMap((field) => {
    const template = templateIn(field, config[field.key]);
    if (isBlank(template) || !template.some(isChip)) return [];
    const valueOf = (ref: string) => (inScope.has(ref) ? sampleValue(ref, facts, speech.lists, "shown") : undefined);
    const empty = template.filter(isChip).filter(({ ref, format, fallback }) => {
      const value = valueOf(ref);
      return value !== undefined && !fallback && showValue(value, format) === "";
    });
    const words = fill(template, (ref) => valueOf(ref) ?? (valueOf(ref) === null ? null : `[${speech.label(ref)}]`));
    return [{ setting: field.key, words, empty: [...new Set(empty.map(({ ref }) => speech.label(ref)))] }];
  });
}
