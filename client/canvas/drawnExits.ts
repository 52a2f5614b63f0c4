import { type NodeType, type Outlet, outletsOf } from "#shared/nodes/define.ts";
import { Case, formOf, type FormField } from "#shared/nodes/form.ts";
import type { WorkflowNode } from "#shared/workflow/document.ts";

/** What of a setting can be used: all of it if it fits, of exits those that are whole, else what a new step has or the sample. */
function usable({ key, ui, schema }: FormField, given: unknown, spec: NodeType): unknown {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  if (ui.widget.kind === "cases" && Array.isArray(given)) return given.filter((entry) => Case.safeParse(entry).success);
  const fresh: Record<string, unknown> = spec.fresh;
  const example: Record<string, unknown> = spec.example;
  return Object.hasOwn(fresh, key) ? fresh[key] : example[key];
}

/** The exits a step is drawn with, even while its settings are not complete: what has been made so far stays in place. */
export function drawnExits(spec: NodeType, node: WorkflowNode): readonly Outlet[] {
  const parsed = spec.config.safeParse(node.config);
  if (parsed.success) return outletsOf(spec, parsed.data, node.onFail);
  const settings = formOf(spec.config).map((field) => [field.key, usable(field, node.config[field.key], spec)]);
  return outletsOf(spec, Object.fromEntries(settings), node.onFail);
}
