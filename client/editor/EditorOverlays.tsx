import type { WorkflowDetail } from "#shared/api/workflows.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Fault } from "#shared/workflow/fault.ts";
import { RunByHandDialog } from "../byHand/RunByHandDialog.tsx";
import type { Cards } from "../canvas/card.ts";
import type { DraftSession } from "../draft/useDraftSession.ts";
import { ConnectMenu } from "./ConnectMenu.tsx";
import { DeleteDialog } from "./DeleteDialog.tsx";
import type { Desk } from "./desk.ts";
import type { EditorActions } from "./editorActions.ts";
import type { EditorView } from "./editorView.ts";
import { PublishDialog } from "./PublishDialog.tsx";
import { RenameStep } from "./RenameStep.tsx";
import { StaleDialog } from "./StaleDialog.tsx";
import { StepSearch } from "./StepSearch.tsx";
import { VersionsDialog } from "./VersionsDialog.tsx";

interface Props {
  detail: WorkflowDetail;
  session: DraftSession;
  desk: Desk;
  actions: EditorActions;
  view: EditorView;
  document: WorkflowDocument;
  cards: Cards;
  faults: readonly Fault[];
}

/** Whatever lies over the editor for a moment: searches, menus and dialogs. */
export function EditorOverlays({ detail, session, desk, actions, view, document, cards, faults }: Props) {
  const { search } = view;
  const connecting = view.connecting === null ? undefined : cards.get(view.connecting);
  const renaming = view.renaming === null ? undefined : cards.get(view.renaming);
  const closeDialog = () => desk.view.setState({ dialog: null });
  /** The keyboard goes back to the step that was asked about. */
  const closeMenu = (node: string | undefined, menu: Partial<EditorView>) => {
    desk.view.setState(menu);
    if (node !== undefined) desk.onCanvas((canvas) => canvas.focus(node));
  };
  const boxOf = (node: string) => desk.canvas()?.boxOf(node) ?? null;
  return (
    <>
      {search && (
        <StepSearch
          at={search.at}
          triggers={search.exit === null}
          onClose={() => closeMenu(search.exit?.from, { search: null })}
          onPick={(type) => {
            desk.view.setState({ search: null });
            if (search.exit) actions.insert(type, search.exit, search.place, true);
            else actions.add(type, true);
          }}
        />
      )}
      {connecting && (
        <ConnectMenu
          document={document}
          cards={cards}
          card={connecting}
          box={boxOf(connecting.id)}
          actions={actions}
          onClose={() => closeMenu(connecting.id, { connecting: null })}
        />
      )}
      {renaming && (
        <RenameStep
          key={renaming.id}
          card={renaming}
          name={document.nodes.find(({ id }) => id === renaming.id)?.name}
          box={boxOf(renaming.id)}
          onName={(name) => actions.rename(renaming.id, name)}
          onClose={() => closeMenu(renaming.id, { renaming: null })}
        />
      )}
      {view.dialog === "publish" && (
        <PublishDialog
          detail={detail}
          faults={faults}
          autosave={session.autosave}
          actions={actions}
          onClose={closeDialog}
        />
      )}
      {view.dialog === "versions" && (
        <VersionsDialog detail={detail} onRestore={(version) => desk.edit(() => version)} onClose={closeDialog} />
      )}
      {view.dialog === "byHand" && <RunByHandDialog workflow={detail} onClose={closeDialog} />}
      {view.dialog === "delete" && <DeleteDialog detail={detail} autosave={session.autosave} onClose={closeDialog} />}
      <StaleDialog autosave={session.autosave} />
    </>
  );
}
