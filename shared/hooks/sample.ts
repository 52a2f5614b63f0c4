import { z } from "zod";
import { AttributeValue } from "../events/facts.ts";
import { HookPath, type HookType } from "./hookField.ts";
import { fitTo, isPlain } from "./readFields.ts";

/** One value of what was sent last, to be picked. */
export const SampleRow = z.object({ path: HookPath, value: AttributeValue });
export type SampleRow = z.infer<typeof SampleRow>;

/** What was sent last, as a list in the order it came; `more` where it held more than is kept. */
export const Sample = z.object({ rows: z.array(SampleRow), more: z.boolean() });
export type Sample = z.infer<typeof Sample>;

const mostRows = 200;
const longestShown = 300;
const mostShown = 20;

const isHolder = (value: unknown): value is object => typeof value === "object" && value !== null;

function shown(value: unknown): AttributeValue {
  if (typeof value === "string") return value.slice(0, longestShown);
  return isPlain(value) ? value : null;
}

/** A list of plain values is a value of its own. */
const isList = (value: unknown): value is unknown[] => Array.isArray(value) && value.every(isPlain);

/** The first values in what was sent. It has been measured: no deeper than 64. */
export function sampleOf(body: unknown): Sample {
  const rows: SampleRow[] = [];
  let more = false;
  const walk = (value: unknown, path: HookPath): void => {
    if (rows.length >= mostRows) more = true;
    if (more) return;
    if (isHolder(value) && (path.length === 0 || !isList(value))) {
      const steps = Array.isArray(value) ? value.map((held, index) => [index, held] as const) : Object.entries(value);
      for (const [step, held] of steps) walk(held, [...path, step]);
      return;
    }
    if (!HookPath.safeParse(path).success) return;
    const list = isList(value) ? value.slice(0, mostShown).map((entry) => String(shown(entry))) : null;
    rows.push({ path, value: list ?? shown(value) });
  };
  walk(body, []);
  return { rows, more };
}

/** What a value most likely is. A text of digits alone may be a number or an id: it stays what it is. */
export function guessType(value: AttributeValue): HookType {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  if (Array.isArray(value)) return "list";
  if (value === null) return "text";
  if (/^-?\d+\.\d+$/.test(value) && fitTo("number", value) !== null) return "number";
  return /^\d{4}-\d{2}-\d{2}([T ]|$)/.test(value) && fitTo("date", value) !== null ? "date" : "text";
}
