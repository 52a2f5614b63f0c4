import type { WorkflowDocument } from "./document.ts";

/** Tells of each step from which others it can be reached, itself only where it stands in a circle. */
export type Reach = (node: string) => ReadonlySet<string>;

/** Follows the lines of a drawing backwards; ends on any drawing, circles too. Each step is worked out once. */
export function reachIn(document: WorkflowDocument): Reach {
  const sources = new Map<string, string[]>();
  for (const { from, to } of document.edges) {
    const known = sources.get(to);
    if (known) known.push(from);
    else sources.set(to, [from]);
  }
  const worked = new Map<string, ReadonlySet<string>>();
  return (node) => {
    const known = worked.get(node);
    if (known) return known;
    const found = new Set<string>();
    const queue = [...(sources.get(node) ?? [])];
    for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
      if (found.has(source)) continue;
      found.add(source);
      queue.push(...(sources.get(source) ?? []));
    }
    worked.set(node, found);
    return found;
  };
}

/** Steps from which `node` can be reached. */
export const stepsBefore = (document: WorkflowDocument, node: string): ReadonlySet<string> => reachIn(document)(node);
