import type { WorkflowStore } from "../store/workflows.ts";

/**
 * Tells which workflows name something of ours by its id, in their draft or in their newest version: in a setting, or in a
 * reference to what a step gives. Such ids are made at random, so where one stands it is meant. Drawings are read once.
 */
export function usersOf(workflows: WorkflowStore): (id: string) => { id: string; name: string }[] {
  const drawn = workflows.all().map(({ id, name, draft }) => ({
    id,
    name,
    settings: JSON.stringify([draft.nodes, workflows.newestVersion(id)?.document.nodes]),
  }));
  return (wanted) => drawn.filter(({ settings }) => settings.includes(wanted)).map(({ id, name }) => ({ id, name }));
}
