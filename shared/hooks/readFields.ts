import type { AttributeValue } from "../events/facts.ts";
import type { HookField, HookPath, HookType } from "./hookField.ts";

/** Longer texts are cut, longer lists too: what a run keeps and writes stays bounded. */
const longestText = 10_000;
const longestEntry = 1_000;
const mostEntries = 200;

const isIn = (holder: object, step: string | number): boolean =>
  Array.isArray(holder) === (typeof step === "number") && Object.hasOwn(holder, step);

/** What stands there; undefined where nothing does. Only what the value holds itself is found: nothing inherited. */
export function valueAt(body: unknown, path: HookPath): unknown {
  let value = body;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !isIn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

type Plain = string | number | boolean;
export const isPlain = (value: unknown): value is Plain =>
  typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

function numberIn(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && /^\s*[+-]?\d{1,15}(\.\d{1,15})?\s*$/.test(value) ? Number(value) : null;
}

/** Instants of numbers are seconds or milliseconds since 1970; no date of our time can be taken for the other. */
const firstMs = 1e11;
const lastInstant = 8.64e15;

function instantIn(value: unknown): number | null {
  const at =
    typeof value === "number"
      ? Math.round(Math.abs(value) < firstMs ? value * 1_000 : value)
      : typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value)
        ? Date.parse(value)
        : Number.NaN;
  return Math.abs(at) <= lastInstant ? at : null;
}

const words = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ["true", true],
  ["false", false],
]);

const cut = (value: Plain, most: number): string => String(value).slice(0, most);

function listIn(value: unknown): string[] | null {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (entries.length === 0 || !entries.every(isPlain)) return null;
  return entries.slice(0, mostEntries).map((entry) => cut(entry, longestEntry));
}

const fits: Record<HookType, (value: unknown) => AttributeValue> = {
  text: (value) => (isPlain(value) && value !== "" ? cut(value, longestText) : null),
  number: numberIn,
  date: instantIn,
  boolean: (value) => words.get(value) ?? null,
  list: listIn,
};

/** A value as its declared type has it: dates as epoch milliseconds. Null where it does not fit: not set. */
export const fitTo = (type: HookType, value: unknown): AttributeValue => fits[type](value);

/** What a run is given of what was sent: each picked value under its id. */
export const readFields = (body: unknown, fields: readonly HookField[]): Record<string, AttributeValue> =>
  Object.fromEntries(fields.map(({ id, path, type }) => [id, fitTo(type, valueAt(body, path))]));
