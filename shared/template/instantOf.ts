import type { Value } from "../conditions/evidence.ts";

const latestSeconds = 1e11;

/** Epoch milliseconds of a date value: built-in dates are milliseconds already, custom ones epoch seconds or ISO strings. */
export function instantOf(value: Value): number | null {
  if (typeof value === "number") return Math.abs(value) < latestSeconds ? value * 1000 : value;
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
