import type { Lists } from "../workspace/lists.ts";
import { answerUi, type NodeType, type StepAnswer } from "./define.ts";

/** Everything a step gives to later ones: what its kind always answers, then what its settings add. `config` may be incomplete. */
export function answersOf(spec: NodeType, config: unknown, lists: Lists | null): StepAnswer[] {
  if (spec.kind === "condition") return [];
  const read = spec.config.safeParse(config);
  const given = read.success ? (spec.gives?.(read.data, lists) ?? []) : [];
  if (spec.kind === "trigger") return [...given];
  const always = Object.entries(spec.reply.shape).flatMap(([field, schema]) => {
    const ui = answerUi.get(schema);
    return ui ? [{ field, ...ui }] : [];
  });
  return [...always, ...given];
}
