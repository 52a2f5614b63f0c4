import type { Value } from "../conditions/evidence.ts";
import type { NamedType } from "../workspace/lists.ts";
import { fill, type Read, showValue } from "./fill.ts";
import { instantOf } from "./instantOf.ts";
import { isChip, type Template } from "./template.ts";

const yes = new Set(["true", "yes", "sí", "si", "1"]);
const no = new Set(["false", "no", "0"]);

const words = (value: Value): string => showValue(value).trim();

/** Decimals as they are written in English or with one comma; no thousands, which cannot be told apart from them. */
const numberIn = (written: string): number | null => {
  const plain = /^[+-]?\d+([.,]\d+)?$/.test(written) ? Number(written.replace(",", ".")) : Number.NaN;
  return Number.isFinite(plain) ? plain : null;
};

const readers: Record<NamedType, (value: Value) => Value> = {
  text: (value) => showValue(value) || null,
  number: (value) => (typeof value === "number" ? value : numberIn(words(value))),
  date: (value) => instantOf(Array.isArray(value) ? words(value) : value),
  boolean: (value) => {
    if (typeof value === "boolean") return value;
    const said = words(value).toLowerCase();
    return yes.has(said) ? true : no.has(said) ? false : null;
  },
};

/** A value as one of a type; not set where it is none. */
export const asType = (value: Value, type: NamedType): Value => readers[type](value);

/** What a text with values comes to: a value that stands alone in it keeps its type. Not set where nothing is left of it. */
export function valueOf(template: Template, read: Read): Value {
  const [only, ...more] = template.filter((part) => isChip(part) || part.trim() !== "");
  const value = only && isChip(only) && more.length === 0 && only.format === undefined ? read(only.ref) : null;
  return value ?? (fill(template, read) || null);
}
