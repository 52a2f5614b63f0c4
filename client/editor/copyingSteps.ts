import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { copyText, paste, readCopied, withNewIds } from "../draft/clipboard.ts";
import { remove } from "../draft/edits.ts";
import { newId } from "../draft/newId.ts";
import type { Desk } from "./desk.ts";
import { words } from "./words.ts";

const shift = 40;
/** As many as a saved drawing may hold. */
const mostSteps = 1000;

/** Copy, cut, paste and duplicate. The text goes by the system's clipboard, so that steps can be taken to another workflow. */
export function copyingSteps(desk: Desk) {
  function add(steps: WorkflowDocument): void {
    const document = desk.current();
    const [first] = steps.layout;
    const own = document.layout.map(({ x, y }) => ({ x, y, height: 1 }));
    // The same spot is taken when the originals are in this workflow: the copies stand a little aside.
    const taken = first && own.some(({ x, y }) => x === first.x && y === first.y);
    const fresh = withNewIds(steps, registry, newId, taken ? { x: shift, y: shift } : { x: 0, y: 0 });
    if (document.nodes.length + fresh.nodes.length > mostSteps) return desk.say(words()("saidTooMany"));
    desk.edit(paste(fresh));
    desk.say(words()("saidPasted", { count: fresh.nodes.length }));
    desk.select(fresh.nodes.map(({ id }) => id));
    desk.onCanvas((canvas) => {
      const [node] = fresh.nodes;
      if (node) canvas.reveal(node.id);
    });
  }

  return {
    /** The text for the clipboard; null when no step is selected. */
    copy(): string | null {
      const ids = desk.steps();
      if (ids.length === 0) return null;
      desk.say(words()("saidCopied", { count: ids.length }));
      return copyText(desk.current(), new Set(ids));
    },
    cut(): string | null {
      const ids = desk.steps();
      if (ids.length === 0) return null;
      const text = copyText(desk.current(), new Set(ids));
      desk.edit(remove(new Set(ids)));
      desk.say(words()("saidCut", { count: ids.length }));
      desk.select([]);
      return text;
    },
    /** Tells whether there were steps in the text. */
    paste(text: string): boolean {
      const steps = readCopied(text);
      if (steps) add(steps);
      return steps !== null;
    },
    duplicate(): void {
      const ids = desk.steps();
      const steps = ids.length > 0 ? readCopied(copyText(desk.current(), new Set(ids))) : null;
      if (steps) add(steps);
    },
  };
}
