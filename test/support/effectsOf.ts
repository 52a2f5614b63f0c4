import type { ActionNode, Given, Json, Plan } from "#shared/nodes/define.ts";
import { isOwn } from "#shared/nodes/effect.ts";

type Setting = Given<Record<string, unknown>>;

/** One effect a step asks for, with what it knew when it asked. */
export interface Asked {
  plan: Plan;
  given: Setting;
}

/**
 * Every effect a step asks for, one after the other, each answered as a dry run assumes or as `answers` has it in their order; and
 * what it knows at the end, its last answer included.
 */
export function effectsOf(
  node: ActionNode,
  start: Setting,
  answers: readonly Json[] = [],
): { asked: Asked[]; last: Setting } {
  const asked: Asked[] = [];
  let given = start;
  for (let turn = 0; turn < 5; turn += 1) {
    const plan = node.plan(given);
    asked.push({ plan, given });
    if (plan.type !== "request" && plan.type !== "delay" && !isOwn(plan)) return { asked, last: given };
    const told = answers[turn];
    given = { ...given, answers: [...given.answers, told === undefined ? node.simulate(given) : told] };
    if (!node.again?.(given)) return { asked, last: given };
  }
  throw new Error(`${node.type} goes on asking`);
}
