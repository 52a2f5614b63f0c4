import type { WorkflowDocument, WorkflowEdge } from "#shared/workflow/document.ts";

/** Lines by the step they leave, in the order of that step's exits. */
export function linesFrom(
  document: WorkflowDocument,
  exits: (node: string) => readonly string[],
): ReadonlyMap<string, readonly WorkflowEdge[]> {
  const lines = new Map<string, WorkflowEdge[]>();
  for (const edge of document.edges) {
    const own = lines.get(edge.from);
    if (own) own.push(edge);
    else lines.set(edge.from, [edge]);
  }
  for (const [from, own] of lines) {
    if (own.length < 2) continue;
    const order = exits(from);
    own.sort((a, b) => order.indexOf(a.outlet) - order.indexOf(b.outlet));
  }
  return lines;
}

/**
 * The steps as one reads the drawing: from each trigger along its first exit to the end, then the next exit. Depends on the
 * lines only, so that moving a card does not change where Tab leads.
 */
export function drawingOrder(document: WorkflowDocument, exits: (node: string) => readonly string[]): string[] {
  const lines = linesFrom(document, exits);
  const entered = new Set(document.edges.map(({ to }) => to));
  const starts = document.nodes.filter(({ id }) => !entered.has(id));
  const seen = new Set<string>();
  for (const { id } of [...starts, ...document.nodes]) {
    const stack = [id];
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if (seen.has(step)) continue;
      seen.add(step);
      for (const { to } of (lines.get(step) ?? []).toReversed()) stack.push(to);
    }
  }
  const known = new Set(document.nodes.map(({ id }) => id));
  return [...seen].filter((id) => known.has(id));
}
