import { z } from "zod";
import { Group } from "../conditions/condition.ts";
import { Evidence } from "../conditions/evidence.ts";
import type { Step } from "../engine/step.ts";
import type { Registry } from "../nodes/define.ts";
import type { WorkflowDocument } from "../workflow/document.ts";
import { decisiveRule } from "./decisiveRule.ts";

/** The condition by which a run did less than it might have. */
export const Left = z.object({
  node: z.string(),
  /** The exit by which it was left, and whether nothing follows there. */
  outlet: z.string(),
  ended: z.boolean(),
  /** The rule that decided it, with the value it saw; null for a condition without rules. */
  because: Evidence.nullable(),
});
export type Left = z.infer<typeof Left>;

function ruleOf(step: Step, config: Readonly<Record<string, unknown>>): Evidence | null {
  const group = Object.values(config)
    .map((setting) => Group.safeParse(setting))
    .find(({ success }) => success);
  return group?.data ? decisiveRule(group.data, step.because) : (step.because.find(({ met }) => !met) ?? null);
}

/** Where a run went another way than on: at the first condition whose exit leads nowhere, else at the first whose rules did not hold. */
export function leftAt(steps: readonly Step[], document: WorkflowDocument, registry: Registry): Left | null {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const conditions = steps.flatMap((step): Left[] => {
    const node = nodes.get(step.node);
    if (!node || step.outlet === null || registry.get(node.type)?.kind !== "condition") return [];
    const ended = !document.edges.some(({ from, outlet }) => from === step.node && outlet === step.outlet);
    return [{ node: step.node, outlet: step.outlet, ended, because: ruleOf(step, node.config) }];
  });
  return conditions.find(({ ended }) => ended) ?? conditions.find(({ because }) => because?.met === false) ?? null;
}
