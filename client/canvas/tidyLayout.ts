import { flextree } from "d3-flextree";
import type { Position, WorkflowDocument } from "#shared/workflow/document.ts";
import { cardHeight, columnWidth } from "./cardSize.ts";
import { drawingOrder, linesFrom } from "./drawingOrder.ts";

const gapDown = 36;

interface Branch {
  id: string;
  height: number;
  children: Branch[];
}

/**
 * Places every step: columns from left to right by the longest way from a trigger, branches from top to bottom in the order of their
 * exits. Where ways meet again, the step belongs to the branch that makes it stand furthest right. Ends on circles too.
 * @param exits the exits of a step, in order.
 */
export function tidyLayout(document: WorkflowDocument, exits: (node: string) => readonly string[]): Position[] {
  const order = drawingOrder(document, exits);
  const lines = linesFrom(document, exits);
  const { column, parent } = longestWays(document, order);
  const branches = new Map(
    order.map((id): [string, Branch] => [id, { id, height: cardHeight(exits(id).length), children: [] }]),
  );
  const roots: Branch[] = [];
  for (const id of order) {
    const branch = branches.get(id);
    if (!branch) continue;
    if (parent.get(id) === undefined) roots.push(branch);
    for (const { to } of lines.get(id) ?? []) {
      const child = branches.get(to);
      if (child && parent.get(to) === id && !branch.children.includes(child)) branch.children.push(child);
    }
  }
  const layout = flextree<Branch>({
    nodeSize: ({ data }) => [data.height + gapDown, columnWidth],
    spacing: 0,
  });
  const tree = layout.hierarchy({ id: "", height: 0, children: roots }, (branch) => branch.children);
  layout(tree);
  return tree.descendants().flatMap(({ data, x }) =>
    data.id === ""
      ? []
      : [
          {
            node: data.id,
            x: (column.get(data.id) ?? 0) * columnWidth,
            y: Math.round(x - data.height / 2),
          },
        ],
  );
}

/** For each step its column, and the step before it on the longest way to it. Lines that go back are left out. */
function longestWays(document: WorkflowDocument, order: readonly string[]) {
  const column = new Map(order.map((id) => [id, 0]));
  const parent = new Map<string, string>();
  const waiting = new Map(order.map((id) => [id, 0]));
  for (const { to } of document.edges) waiting.set(to, (waiting.get(to) ?? 0) + 1);
  const targets = Map.groupBy(document.edges, ({ from }) => from);
  const done = new Set<string>();
  const ready = order.filter((id) => waiting.get(id) === 0);
  while (done.size < order.length) {
    // Every step left is in or behind a circle: the first one is entered as if nothing led to it.
    const id = ready.shift() ?? order.find((step) => !done.has(step));
    if (id === undefined) break;
    if (done.has(id)) continue;
    done.add(id);
    const next = (column.get(id) ?? 0) + 1;
    for (const { to } of targets.get(id) ?? []) {
      if (done.has(to) || !column.has(to)) continue;
      if (next > (column.get(to) ?? 0)) {
        column.set(to, next);
        parent.set(to, id);
      }
      const left = (waiting.get(to) ?? 1) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return { column, parent };
}
