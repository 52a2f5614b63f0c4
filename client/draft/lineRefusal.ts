import type { Registry } from "#shared/nodes/define.ts";
import type { WorkflowDocument, WorkflowEdge } from "#shared/workflow/document.ts";
import { stepsBefore } from "#shared/workflow/reach.ts";

export type LineRefusal = "self" | "trigger" | "circle";

/** Why a line may not be drawn; null when it may. */
export function lineRefusal(
  document: WorkflowDocument,
  { from, to }: Pick<WorkflowEdge, "from" | "to">,
  registry: Registry,
): LineRefusal | null {
  if (from === to) return "self";
  const target = document.nodes.find(({ id }) => id === to);
  if (target && registry.get(target.type)?.kind === "trigger") return "trigger";
  return stepsBefore(document, from).has(to) ? "circle" : null;
}
