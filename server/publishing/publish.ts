import type { Registry } from "#shared/nodes/define.ts";
import type { Fault } from "#shared/workflow/fault.ts";
import { validate } from "#shared/workflow/validate.ts";
import type { Lists } from "#shared/workspace/lists.ts";
import type { WorkflowStore } from "../store/workflows.ts";

export type Published =
  | { outcome: "published"; number: number; at: number }
  | { outcome: "faults"; faults: Fault[] }
  | { outcome: "stale" }
  | { outcome: "unknown" };

export interface PublishDeps {
  workflows: WorkflowStore;
  registry: Registry;
  lists: Lists | null;
  now(): number;
}

/**
 * Makes the draft, as it stands at `revision`, a version that never changes. Refused with the faults that prevent it, or
 * where the draft has been saved since. This check counts, whatever the editor said before.
 */
export function publish(deps: PublishDeps, id: string, revision: number, by: string): Published {
  const { workflows, registry, lists, now } = deps;
  const workflow = workflows.get(id);
  if (!workflow) return { outcome: "unknown" };
  if (workflow.revision !== revision) return { outcome: "stale" };
  const faults = validate(workflow.draft, registry, lists).filter(({ level }) => level === "error");
  if (faults.length > 0) return { outcome: "faults", faults };
  const number = (workflows.newestVersion(id)?.number ?? 0) + 1;
  const at = now();
  workflows.addVersion(id, number, workflow.draft, at, by);
  return { outcome: "published", number, at };
}
