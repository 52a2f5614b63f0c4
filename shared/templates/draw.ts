import type { WorkflowDocument, WorkflowNode } from "../workflow/document.ts";

/** A step and its place: columns from left to right, rows from top to bottom. */
interface Drawn {
  column: number;
  row: number;
  type: string;
  config: WorkflowNode["config"];
  onFail?: "exit";
}

/** Room enough between two cards for the words on the line. */
const columnWidth = 336;
const rowHeight = 160;

export const step = (column: number, row: number, type: string, config: WorkflowNode["config"]): Drawn => ({
  column,
  row,
  type,
  config,
});

/** A drawing from steps by id, and lines written as "from.exit>to". */
export function draw(steps: Readonly<Record<string, Drawn>>, lines: readonly string[]): WorkflowDocument {
  const drawn = Object.entries(steps);
  return {
    format: 1,
    nodes: drawn.map(([id, { type, config, onFail }]) => ({ id, type, config, ...(onFail ? { onFail } : {}) })),
    edges: lines.map((line) => {
      const [from = "", outlet = "", to = ""] = line.split(/[.>]/);
      return { from, outlet, to };
    }),
    layout: drawn.map(([node, { column, row }]) => ({ node, x: column * columnWidth, y: row * rowHeight })),
  };
}
