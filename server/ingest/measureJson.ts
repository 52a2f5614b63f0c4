const deepest = 64;
const mostValues = 20_000;

const isHolder = (value: unknown): value is object => typeof value === "object" && value !== null;

/**
 * Why a parsed JSON value is refused; null where it is within bounds: 64 levels, 20,000 values. Goes level by level through lists
 * of its own, so that no input can exhaust the stack.
 */
export function measureJson(value: unknown): "too deep" | "too many values" | null {
  let level: object[] = isHolder(value) ? [value] : [];
  let seen = 1;
  for (let depth = 1; level.length > 0; depth += 1) {
    const below: object[] = [];
    for (const holder of level) {
      const entries: unknown[] = Array.isArray(holder) ? holder : Object.values(holder);
      seen += entries.length;
      if (seen > mostValues) return "too many values";
      if (entries.length > 0 && depth > deepest) return "too deep";
      for (const entry of entries) if (isHolder(entry)) below.push(entry);
    }
    level = below;
  }
  return null;
}
