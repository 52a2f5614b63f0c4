import type { WorkflowDocument } from "./document.ts";

/** Steps from which `node` can be reached, itself not included. Ends on any drawing, circles too. */
export function stepsBefore(document: WorkflowDocument, node: string): ReadonlySet<string> {
  const sources = new Map<string, string[]>();
  for (const { from, to } of document.edges) sources.set(to, [...(sources.get(to) ?? []), from]);
  const found = new Set<string>();
  const queue = [...(sources.get(node) ?? [])];
  for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
    if (found.has(source)) continue;
    found.add(source);
    queue.push(...(sources.get(source) ?? []));
  }
  return found;
}
