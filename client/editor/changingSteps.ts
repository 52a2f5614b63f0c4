import type { Json } from "#shared/nodes/define.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import { exitIds } from "../canvas/exitIds.ts";
import { exitOf } from "../canvas/lineId.ts";
import { tidyLayout } from "../canvas/tidyLayout.ts";
import { move, remark, remove, rename, setConfig, setOnce, setOnFail } from "../draft/edits.ts";
import type { Desk } from "./desk.ts";
import { words } from "./words.ts";

const changedKeys = (before: Record<string, Json>, after: Record<string, Json>): string =>
  Object.keys({ ...before, ...after })
    .filter((key) => before[key] !== after[key])
    .join();

/** What is done to steps that are there. */
export function changingSteps(desk: Desk) {
  return {
    setConfig(id: string, config: Record<string, Json>): void {
      const before = desk.find(id)?.config ?? {};
      desk.edit(setConfig(id, config), `config:${id}:${changedKeys(before, config)}`);
    },
    rename: (id: string, name: string | undefined): void => desk.edit(rename(id, name), `name:${id}`),
    remark: (id: string, note: string | undefined): void => desk.edit(remark(id, note), `note:${id}`),
    setOnce: (id: string, once: WorkflowNode["once"]): void => desk.edit(setOnce(id, once)),
    setOnFail: (id: string, onFail: WorkflowNode["onFail"]): void => desk.edit(setOnFail(id, onFail)),
    move: (places: WorkflowDocument["layout"]): void => desk.edit(move(places)),
    /** By keyboard: a row of presses is undone at once. */
    nudge(x: number, y: number): void {
      const ids = new Set(desk.steps());
      const places = desk.current().layout.filter(({ node }) => ids.has(node));
      if (places.length === 0) return;
      desk.edit(
        move(places.map((place) => ({ ...place, x: place.x + x, y: place.y + y }))),
        `nudge:${[...ids].join()}`,
      );
      const t = words();
      const direction = x < 0 ? t("left") : x > 0 ? t("right") : y < 0 ? t("up") : t("down");
      desk.say(t("saidMoved", { count: ids.size, direction }));
      desk.onCanvas((canvas) => {
        const [first] = ids;
        if (first !== undefined) canvas.reveal(first);
      });
    },
    removeSelected(): void {
      const { selection } = desk.view.getState();
      const steps = new Set(desk.steps());
      const lines = [...selection].flatMap((id) => exitOf(id) ?? []);
      if (steps.size === 0 && lines.length === 0) return;
      const [before] = desk.current().edges.filter(({ from, to }) => steps.has(to) && !steps.has(from));
      desk.edit(remove(steps, lines));
      const t = words();
      desk.say(steps.size > 0 ? t("saidDeleted", { count: steps.size }) : t("saidLineDeleted"));
      desk.select([]);
      // The keyboard stays in the drawing, on the step that led here.
      if (before && steps.size > 0) desk.onCanvas((canvas) => canvas.focus(before.from));
    },
    selectAll: (): void => desk.select(desk.current().nodes.map(({ id }) => id)),
    tidy(): void {
      const document = desk.current();
      desk.edit(move(tidyLayout(document, exitIds(document))));
      desk.say(words()("saidTidied"));
      desk.onCanvas((canvas) => canvas.fit());
    },
    undo(): void {
      desk.draft.undo();
      desk.say(words()("saidUndone"));
    },
    redo(): void {
      desk.draft.redo();
      desk.say(words()("saidRedone"));
    },
  };
}
