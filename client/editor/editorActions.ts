import type { Fault } from "#shared/workflow/fault.ts";
import { addingSteps } from "./addingSteps.ts";
import { changingLines } from "./changingLines.ts";
import { changingSteps } from "./changingSteps.ts";
import { copyingSteps } from "./copyingSteps.ts";
import type { Desk } from "./desk.ts";

/** Everything a person can do in the editor, by whatever means: each change is one step of undo, seen and said. */
export type EditorActions = ReturnType<typeof createActions>;

export function createActions(desk: Desk) {
  const adding = addingSteps(desk);
  return {
    ...adding,
    ...changingLines(desk),
    ...changingSteps(desk),
    ...copyingSteps(desk),
    show: desk.show,
    nameOf: desk.nameOf,
    current: desk.current,
    /** Opens the search for a step to add, beside the selected step. */
    search(): void {
      const exit = adding.exitAfterSelected();
      const box = exit ? desk.canvas()?.boxOf(exit.from) : null;
      const at = box ? { x: box.right, y: box.top } : { x: window.innerWidth / 2 - 160, y: 160 };
      desk.view.setState({ search: { exit, at, place: null } });
    },
    /** Leads to the place of a fault: its step in view, its setting in the form. */
    showFault({ node, field }: Fault): void {
      if (node === undefined) return;
      desk.show(node, field === undefined);
      desk.view.setState({ focusField: field === undefined ? null : { node, field, nonce: Date.now() } });
    },
  };
}
