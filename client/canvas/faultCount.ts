import type { Fault } from "#shared/workflow/fault.ts";

/** How many faults a step has, for its card. */
export interface FaultCount {
  errors: number;
  advice: number;
}

export function countFaults(faults: readonly Fault[]): ReadonlyMap<string, FaultCount> {
  const counts = new Map<string, FaultCount>();
  for (const { node, level } of faults) {
    if (node === undefined) continue;
    const { errors, advice } = counts.get(node) ?? { errors: 0, advice: 0 };
    counts.set(node, level === "error" ? { errors: errors + 1, advice } : { errors, advice: advice + 1 });
  }
  return counts;
}
