import type { Facts } from "#shared/events/facts.ts";
import type { Json } from "#shared/nodes/define.ts";
import { AttributeSetting, type FormField } from "#shared/nodes/form.ts";
import type { Speech } from "#shared/language/speech.ts";
import { fill, showValue } from "#shared/template/fill.ts";
import { isBlank, isChip, type Template } from "#shared/template/template.ts";
import type { ScopedValue } from "#shared/workflow/valuesInScope.ts";
import { readTemplate } from "./text/templateText.ts";
import { readCells, readMatch, readPairs, readRows } from "./widgets/rowEdits.ts";
import { sampleValue } from "./values/sample.ts";

export interface FilledText {
  /** The setting's key, for one with several texts with its place after it. */
  setting: string;
  words: string;
  /** The names of values that are empty here, with nothing to stand in for them. */
  empty: string[];
}

const inValue = (value: Json | undefined): Template => {
  const read = AttributeSetting.safeParse(value).data;
  return Array.isArray(read?.value) ? read.value : [];
};

function templatesIn({ ui: { widget } }: FormField, value: Json | undefined): Template[] {
  if (widget.kind === "template") return [readTemplate(value)];
  if (widget.kind === "attributeValue") return [inValue(value)];
  if (widget.kind === "attributes") return readRows(value).map((row) => inValue(row.value));
  if (widget.kind === "cells") return readCells(value).map((cell) => cell.value);
  if (widget.kind === "rowMatch") return [readMatch(value)?.is ?? []];
  return widget.kind === "pairs" ? readPairs(value).map((pair) => pair.value) : [];
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
  const texts = fields.flatMap((field) =>
    templatesIn(field, config[field.key]).map((template, place) => ({
      setting: `${field.key}${place || ""}`,
      template,
    })),
  );
  return texts.flatMap(({ setting, template }) => {
    if (isBlank(template) || !template.some(isChip)) return [];
    const valueOf = (ref: string) => (inScope.has(ref) ? sampleValue(ref, facts, speech.lists, "shown") : undefined);
    const empty = template.filter(isChip).filter(({ ref, format, fallback }) => {
      const value = valueOf(ref);
      return value !== undefined && !fallback && showValue(value, format) === "";
    });
    const words = fill(template, (ref) => valueOf(ref) ?? (valueOf(ref) === null ? null : `[${speech.label(ref)}]`));
    return [{ setting, words, empty: [...new Set(empty.map(({ ref }) => speech.label(ref)))] }];
  });
}
