const deepest = 64;
const mostValues = 20_000;

/**
 * Why a parsed JSON value is refused; null where it is within bounds: 64 levels, 20,000 values. Walks with a list of its own, so
 * that no input can exhaust the stack.
 */
export function measureJson(value: unknown): "too deep" | "too many values" | null {
  let level: unknown[] = [value];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return "too deep";
    seen += level.length;
    if (seen > mostValues) return "too many values";
    level = level.flatMap((entry) => (typeof entry === "object" && entry !== null ? Object.values(entry) : []));
  }
  return null;
}
