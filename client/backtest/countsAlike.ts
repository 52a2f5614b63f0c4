import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";

/** Settings are never changed in place, so the same object says the same. */
const isAlike = (a: WorkflowNode, b: WorkflowNode | undefined): boolean =>
  a === b ||
  (a.id === b?.id && a.type === b.type && a.config === b.config && a.once === b.once && a.onFail === b.onFail);

/** Whether two drawings count the same for sure: places, names and remarks change no number. */
export const countsAlike = (a: WorkflowDocument, b: WorkflowDocument): boolean =>
  a === b ||
  (a.edges === b.edges &&
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, place) => isAlike(node, b.nodes[place])));
