import type { Json, Plan } from "../../nodes/define.ts";
import type { AttributeRow, AttributeSetting } from "../../nodes/form.ts";
import { fill, type Read } from "../../template/fill.ts";
import { failed } from "./request.ts";

/** The value as Intercom takes it: numbers as numbers, dates as epoch seconds. Null where the words do not fit the type. */
export function valueOf({ type, value }: AttributeSetting, read: Read): string | number | boolean | null {
  if (typeof value !== "object") return value;
  const words = fill(value, read).trim();
  if (type === "number") return words === "" || Number.isNaN(Number(words)) ? null : Number(words);
  if (type !== "date") return words;
  const at = Date.parse(words);
  return Number.isNaN(at) ? null : Math.floor(at / 1000);
}

/** A value does not fit the type of its attribute. */
export const misfit = (name: string): Plan =>
  failed(
    [`The value does not fit “${name}”.`, `El valor no encaja en «${name}».`],
    ["Choose another value or give it a fallback.", "Elige otro valor o ponle un texto de reserva."],
  );

type Values = Record<string, string | number | boolean>;

/** Several values by their attributes' names; or, as a plan that fails, which of them does not fit. */
export function valuesOf(
  rows: readonly AttributeRow[],
  read: Read,
  nameOf: (attribute: string) => string = (attribute) => attribute,
): { values: Values } | { fault: Plan } {
  const values: [string, string | number | boolean][] = [];
  for (const { attribute, value } of rows) {
    const name = nameOf(attribute);
    const written = valueOf(value, read);
    if (written === null) return { fault: misfit(name) };
    values.push([name, written]);
  }
  return { values: Object.fromEntries(values) };
}

/** As `valuesOf`, for what is known to fit or is left out. */
export const fittingValues = (
  rows: readonly AttributeRow[],
  read: Read,
  nameOf?: (attribute: string) => string,
): Record<string, Json> => {
  const found = valuesOf(rows, read, nameOf);
  return "values" in found ? found.values : {};
};
