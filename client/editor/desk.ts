import { flushSync } from "react-dom";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import { stepName } from "#shared/workflow/valuesInScope.ts";
import type { CanvasHandle } from "../canvas/CanvasHandle.ts";
import type { createDraft } from "../draft/draftStore.ts";
import type { Edit } from "../draft/edits.ts";
import type { ViewStore } from "./editorView.ts";
import { laidOut } from "./placing.ts";
import { pickNow } from "./words.ts";

/** What every action of the editor works with: the draft, what is on screen, the canvas, and a voice. */
export type Desk = ReturnType<typeof createDesk>;

export function createDesk(draft: ReturnType<typeof createDraft>, view: ViewStore) {
  let shown: CanvasHandle | null = null;
  const current = (): WorkflowDocument => laidOut(draft.store.getState().document);
  const find = (id: string): WorkflowNode | undefined => current().nodes.find((node) => node.id === id);
  const select = (ids: Iterable<string>): void => view.setState({ selection: new Set(ids), closed: null });
  /** What has just been changed is put on the canvas first, so that it can be found there. */
  const onCanvas = (act: (canvas: CanvasHandle) => void): void => {
    flushSync(() => undefined);
    if (shown) act(shown);
  };
  return {
    draft,
    view,
    /** The canvas, while it is on screen. */
    canvas: () => shown,
    attach(canvas: CanvasHandle | null): void {
      shown = canvas;
    },
    current,
    find,
    select,
    onCanvas,
    edit: (change: Edit, group?: string): void => draft.edit((document) => change(laidOut(document)), group),
    /** Read out by screen readers; the same words twice are two messages. */
    say: (said: string): void =>
      view.setState(({ said: before }) => ({ said: before === said ? `${said}\u00a0` : said })),
    nameOf(id: string): string {
      const node = find(id);
      return node ? pickNow(stepName(node, registry)) : "";
    },
    /** Selects a step and brings it into view. */
    show(id: string, focus: boolean): void {
      select([id]);
      onCanvas((on) => {
        on.reveal(id);
        if (focus) on.focus(id);
      });
    },
    /** The steps selected; lines left out. */
    steps(): string[] {
      const { selection } = view.getState();
      return current()
        .nodes.filter(({ id }) => selection.has(id))
        .map(({ id }) => id);
    },
  };
}
