import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { drawnExits } from "./drawnExits.ts";

/** The exits of a drawing's steps by id, in order; none for a step of an unknown kind. */
export function exitIds(document: WorkflowDocument): (node: string) => readonly string[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  return (id) => {
    const node = nodes.get(id);
    const spec = node ? registry.get(node.type) : undefined;
    return node && spec ? drawnExits(spec, node).map((exit) => exit.id) : [];
  };
}
