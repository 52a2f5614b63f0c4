import type { Position, WorkflowEdge } from "../workflow/document.ts";

const columnWidth = 336;
const rowHeight = 160;
/** A card with more exits than two is taller than a row. */
const rowsOf = (exits: number): number => (exits > 2 ? Math.ceil((106 + exits * 28) / rowHeight) : 1);

/** From left to right by how far a step is from what starts it; without circles, in the order given. */
export function layOut(
  ids: readonly string[],
  edges: readonly WorkflowEdge[],
  exitsOf: (id: string) => number,
): Position[] {
  const columns = new Map(ids.map((id) => [id, 0]));
  const entering = new Map(ids.map((id) => [id, 0]));
  const leaving = new Map<string, string[]>();
  for (const { from, to } of edges) {
    entering.set(to, (entering.get(to) ?? 0) + 1);
    leaving.set(from, [...(leaving.get(from) ?? []), to]);
  }
  const queue = ids.filter((id) => entering.get(id) === 0);
  const order: string[] = [];
  for (const id of queue) {
    order.push(id);
    for (const to of leaving.get(id) ?? []) {
      columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(id) ?? 0) + 1));
      const left = (entering.get(to) ?? 1) - 1;
      entering.set(to, left);
      if (left === 0) queue.push(to);
    }
  }
  const free = new Map<number, number>();
  return order.map((node) => {
    const column = columns.get(node) ?? 0;
    const row = free.get(column) ?? 0;
    free.set(column, row + rowsOf(exitsOf(node)));
    return { node, x: column * columnWidth, y: row * rowHeight };
  });
}
