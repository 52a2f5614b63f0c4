import type { Registry } from "#shared/nodes/define.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { WorkflowStore } from "../store/workflows.ts";

/** The newest versions of all workflows that a drawing runs, and that these run, by workflow. */
export function calleesOf(
  document: WorkflowDocument,
  workflows: Pick<WorkflowStore, "get" | "newestVersion">,
  registry: Registry,
): Record<string, WorkflowDocument> {
  const found: Record<string, WorkflowDocument> = {};
  const left = [document];
  for (let next = left.pop(); next; next = left.pop())
    for (const { type, config } of next.nodes) {
      const spec = registry.get(type);
      const read = spec?.kind === "flow" && spec.calls ? spec.config.safeParse(config) : null;
      const callee = read?.success && spec?.kind === "flow" ? spec.calls?.(read.data) : undefined;
      if (callee === undefined || Object.hasOwn(found, callee) || !workflows.get(callee)) continue;
      const version = workflows.newestVersion(callee)?.document;
      if (version) left.push((found[callee] = version));
    }
  return found;
}
