import type { WorkflowEdge } from "#shared/workflow/document.ts";

/** A line is known by the exit it leaves: ids of steps hold no colon. */
export const lineId = ({ from, outlet }: Pick<WorkflowEdge, "from" | "outlet">): string => `${from}:${outlet}`;

export function exitOf(line: string): { from: string; outlet: string } | null {
  const colon = line.indexOf(":");
  return colon < 0 ? null : { from: line.slice(0, colon), outlet: line.slice(colon + 1) };
}
