import { compileCondition } from "#shared/conditions/compileCondition.ts";
import type { Group } from "#shared/conditions/condition.ts";
import type { Facts } from "#shared/events/facts.ts";
import type { Lists } from "#shared/workspace/lists.ts";
import { sampleValue } from "../values/sample.ts";
import { isComplete, rulesIn } from "./conditionEdits.ts";

/** Whether a condition holds for the sample conversation; undefined while it is not complete or a value is not known. */
export function holdsForSample(
  group: Group,
  facts: Facts | null,
  lists: Lists | null,
  now: number,
): boolean | undefined {
  const rules = rulesIn(group);
  if (!facts || rules.length === 0 || !rules.every(isComplete)) return undefined;
  if (rules.some(({ ref }) => sampleValue(ref, facts, lists) === undefined)) return undefined;
  const bind = (ref: string) => (known: Facts) => sampleValue(ref, known, lists) ?? null;
  return compileCondition(group, bind).holds(facts, now);
}
