import { registry } from "#shared/integrations/manifest.ts";
import type { Json, NodeType } from "#shared/nodes/define.ts";
import type { WorkflowNode } from "#shared/workflow/document.ts";
import { cardWidth, headHeight } from "../canvas/cardSize.ts";
import { exitIds } from "../canvas/exitIds.ts";
import type { Point } from "../canvas/positionsOf.ts";
import { addNode, all, type ExitPlace, insertAfter, lineAt, move } from "../draft/edits.ts";
import { newId } from "../draft/newId.ts";
import type { Desk } from "./desk.ts";
import { firstExit, makeRoom, placeAfter, placeNear } from "./placing.ts";
import { pickNow, words } from "./words.ts";

/** What a declaration starts with is plain data; its erased type does not say so. */
const freshNode = (spec: NodeType): WorkflowNode => ({
  id: newId(),
  type: spec.type,
  config: structuredClone(spec.fresh) as Record<string, Json>,
});

/** Ways to put a new step into the drawing. */
export function addingSteps(desk: Desk) {
  const added = (node: WorkflowNode, spec: NodeType, focus: boolean): void => {
    desk.say(words()("saidAdded", { step: pickNow(spec.label) }));
    desk.show(node.id, focus);
  };

  /** Behind an exit, taken into its line if it has one. */
  function insert(type: string, exit: ExitPlace, place: Point | null, focus = false): void {
    const spec = registry.get(type);
    if (!spec || spec.kind === "trigger") return;
    const node = freshNode(spec);
    const document = desk.current();
    const at = place ?? placeAfter(document, exit, node);
    desk.edit(
      all(
        makeRoom(exit),
        addNode(node, Math.round(at.x), Math.round(at.y)),
        insertAfter(exit, node.id, firstExit(node)),
      ),
    );
    added(node, spec, focus);
  }

  /** By itself, near a wished place. */
  function place(type: string, wish: Point, focus = false): void {
    const spec = registry.get(type);
    if (!spec) return;
    const node = freshNode(spec);
    const { x, y } = placeNear(desk.current(), wish, node);
    desk.edit(addNode(node, x, y));
    added(node, spec, focus);
  }

  /** Where a step goes that is added without saying where: behind the selected one, at an open exit if it has one. */
  function exitAfterSelected(): ExitPlace | null {
    const [step, ...more] = desk.steps();
    if (step === undefined || more.length > 0) return null;
    const document = desk.current();
    const exits = exitIds(document)(step).map((outlet) => ({ from: step, outlet }));
    return exits.find((exit) => !lineAt(document, exit)) ?? exits[0] ?? null;
  }

  function freeSpot(): Point {
    const document = desk.current();
    const rightmost = document.layout.toSorted((a, b) => b.x - a.x)[0];
    if (!rightmost) return { x: 0, y: 0 };
    const middle = desk.canvas()?.middle() ?? rightmost;
    return { x: middle.x - cardWidth / 2, y: middle.y - headHeight / 2 };
  }

  return {
    insert,
    place,
    exitAfterSelected,
    /** From the palette, by click or Enter. */
    add(type: string, focus = false): void {
      const exit = registry.get(type)?.kind === "trigger" ? null : exitAfterSelected();
      if (exit) return insert(type, exit, null, focus);
      const [trigger] = desk.current().layout.toSorted((a, b) => a.x - b.x || b.y - a.y);
      if (registry.get(type)?.kind === "trigger" && trigger) return place(type, { x: trigger.x, y: trigger.y }, focus);
      place(type, freeSpot(), focus);
    },
    /** From the palette, dropped on the canvas or on a line: there it gets a place in the row. */
    drop(type: string, at: Point, line: ExitPlace | null): void {
      if (line) insert(type, line, null);
      else place(type, at);
    },
    /** A step that is in the drawing already, dropped on a line. */
    splice(node: string, line: ExitPlace, at: Point): void {
      const step = desk.find(node);
      if (!step || registry.get(step.type)?.kind === "trigger") return;
      desk.edit(all(makeRoom(line), move([{ node, x: at.x, y: at.y }]), insertAfter(line, node, firstExit(step))));
      desk.say(words()("saidSpliced", { step: desk.nameOf(node) }));
    },
  };
}
