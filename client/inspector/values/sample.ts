import type { Value } from "#shared/conditions/evidence.ts";
import type { Facts } from "#shared/events/facts.ts";
import type { Speech } from "#shared/language/speech.ts";
import { shorten } from "#shared/language/text.ts";
import type { Options, ValueType } from "#shared/template/fields.ts";
import { findField } from "#shared/template/findField.ts";
import { instantOf } from "#shared/template/instantOf.ts";
import type { Lists } from "#shared/workspace/lists.ts";

/**
 * What a reference leads to in the sample conversation, as conditions compare it; `shown` as a customer would read it.
 * Undefined where that is not known: no sample, its customer or company not read, or an earlier step's answer that only a run
 * knows.
 */
export function sampleValue(
  ref: string,
  facts: Facts | null,
  lists: Lists | null,
  as: "compared" | "shown" = "compared",
): Value | undefined {
  const { inputs } = facts ?? {};
  if (inputs && Object.hasOwn(inputs, ref)) return inputs[ref];
  const field = findField(ref, lists);
  if (!field || !facts || facts[field.source] === undefined) return undefined;
  return as === "shown" && field.show ? field.show(facts) : field.read(facts);
}

const isEmpty = (value: Value) => value === null || value === "" || (Array.isArray(value) && value.length === 0);

function optionWords(value: string, options: Options, speech: Speech): string {
  if ("list" in options) return speech.name(options.list, value);
  if ("free" in options) return value;
  const option = options.fixed.find((candidate) => candidate.value === value);
  return option ? speech.pick(option.label) : value;
}

interface Kind {
  type: ValueType;
  options?: Options;
}

/** A sample's value on one line, names instead of ids; null when it is empty. */
export function valueWords(value: Value, { type, options }: Kind, speech: Speech): string | null {
  if (isEmpty(value) || value === null) return null;
  if (typeof value === "boolean") return value ? speech.say("yes", "sí") : speech.say("no", "no");
  if (Array.isArray(value))
    return value.map((each) => (options ? optionWords(each, options, speech) : each)).join(", ");
  const at = type === "date" ? instantOf(value) : null;
  // Days are UTC, as in conditions and in the texts that are sent.
  if (at !== null) return new Intl.DateTimeFormat(speech.language, { dateStyle: "medium", timeZone: "UTC" }).format(at);
  if (typeof value === "number") return new Intl.NumberFormat(speech.language).format(value);
  return options ? optionWords(value, options, speech) : shorten(value.replaceAll(/\s+/g, " ").trim(), 60);
}
