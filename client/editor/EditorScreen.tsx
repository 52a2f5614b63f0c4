import { Drawer, VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Where } from "#shared/api/backtests.ts";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { CountedCanvas } from "../backtest/CountedCanvas.tsx";
import { ReplayBar } from "../backtest/ReplayBar.tsx";
import { ReplayPanel } from "../backtest/ReplayPanel.tsx";
import { SimulationSummary } from "../backtest/SimulationSummary.tsx";
import { Stale } from "../backtest/Stale.tsx";
import { useSimulation } from "../backtest/useSimulation.ts";
import { countFaults } from "../canvas/faultCount.ts";
import { useCards } from "../canvas/useCards.ts";
import { useDraftSession } from "../draft/useDraftSession.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { useTitle } from "../ui/useTitle.ts";
import { BottomBar } from "./BottomBar.tsx";
import { EditorOverlays } from "./EditorOverlays.tsx";
import classes from "./EditorScreen.module.css";
import { EmptyCanvas } from "./EmptyCanvas.tsx";
import { Palette } from "./Palette.tsx";
import { PausedBar } from "./PausedBar.tsx";
import { SidePanel } from "./SidePanel.tsx";
import { TopBar } from "./TopBar.tsx";
import { useEditor } from "./useEditor.ts";
import { useEditorKeys } from "./useEditorKeys.ts";
import { useFaults } from "./useFaults.ts";
import { useSample } from "./useSample.ts";
import { useStepping } from "./useStepping.ts";

const controls = 'input, textarea, select, button, [contenteditable="true"]';

/** The editor of one workflow. */
export function EditorScreen({ detail }: { detail: WorkflowDetail }) {
  const { t } = useTranslation("editor");
  useTitle(detail.name);
  const session = useDraftSession(detail);
  const { attach, desk, actions, editing, onSelection, document, view } = useEditor(session);
  const speech = useSpeech(document);
  const cards = useCards(document, speech);
  const { faults, rings } = useFaults(detail, document);
  const counts = useMemo(() => countFaults(faults), [faults]);
  const sample = useSample();
  const simulation = useSimulation(detail.id, session.draft.store);
  const { replay, path, enter, leave, ...way } = useStepping({
    workflow: detail.id,
    document,
    cards,
    speech,
    desk,
    view,
  });
  const stepping = view.stepping !== null;
  const look = useCallback((where: Where) => desk.view.setState({ looking: where, stepped: null }), [desk]);
  const isListed = view.looking !== null && simulation.on;

  const chosen = document.nodes.filter(({ id }) => view.selection.has(id));
  const [only] = chosen;
  const node = only && chosen.length === 1 && view.closed !== only.id ? only : null;

  const settings = useRef<HTMLDivElement>(null);
  const focusSettings = useCallback(() => {
    requestAnimationFrame(() => settings.current?.querySelector<HTMLElement>(controls)?.focus());
  }, []);
  useEditorKeys(desk, actions, focusSettings);
  const closeSettings = () => {
    if (!node) return;
    desk.view.setState({ closed: node.id, focusField: null });
    desk.canvas()?.focus(node.id);
  };

  const closeList = () => {
    const { looking } = desk.view.getState();
    desk.view.setState({ looking: null, stepped: null });
    if (looking && "node" in looking) desk.canvas()?.focus(looking.node);
  };

  /** Not when a list or a window that belongs to a setting is what is closed: those lie outside, or are open still. */
  const escape = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Element)) return;
    const isOwn = event.currentTarget.contains(event.target) && event.target.ariaExpanded !== "true";
    if (!isOwn || stepping) return;
    if (isListed) closeList();
    else closeSettings();
  };

  return (
    <div className={classes.editor}>
      {stepping ? (
        <ReplayBar replay={replay} onLeave={leave} />
      ) : (
        <TopBar detail={detail} session={session} desk={desk} actions={actions} simulation={simulation} />
      )}
      {!stepping && <PausedBar detail={detail} />}
      <div className={classes.middle} data-stepping={stepping}>
        <div className={classes.wide} hidden={stepping}>
          <Palette desk={desk} actions={actions} />
        </div>
        <div className={classes.centre}>
          <Stale simulation={simulation} className={classes.drawing}>
            <CountedCanvas
              simulation={simulation}
              plain={stepping}
              ref={attach}
              label={stepping ? t("replayDrawing") : t("drawing")}
              document={document}
              cards={cards}
              {...(stepping
                ? { ...way, run: path }
                : {
                    selection: view.selection,
                    onSelection,
                    editing,
                    mayConnect: actions.mayConnect,
                    faults: counts,
                    rings,
                    taking: view.taking,
                    onTally: look,
                  })}
            />
            {document.nodes.length === 0 && <EmptyCanvas onAdd={actions.add} />}
            {simulation.on && !stepping && document.nodes.length > 0 && (
              <SimulationSummary simulation={simulation} onOpen={look} />
            )}
          </Stale>
          {!stepping && <BottomBar faults={faults} actions={actions} sample={sample} />}
        </div>
        {(stepping || isListed || node) && (
          <div ref={settings} className={classes.settings} onKeyDown={escape}>
            {stepping ? (
              <ReplayPanel replay={replay} cards={cards} path={path} speech={speech} />
            ) : (
              <SidePanel
                {...{ detail, document, cards, speech, view, actions, simulation, sample, faults, node }}
                onLook={look}
                onStep={enter}
                onCloseList={closeList}
                onCloseSettings={closeSettings}
              />
            )}
          </div>
        )}
      </div>
      <Drawer
        opened={view.paletteOpen}
        onClose={() => desk.view.setState({ paletteOpen: false })}
        title={t("palette")}
        size={264}
        classNames={{ body: classes.drawer ?? "", content: classes.drawerContent ?? "" }}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <Palette desk={desk} actions={actions} onTaken={() => desk.view.setState({ paletteOpen: false })} />
      </Drawer>
      <EditorOverlays
        detail={detail}
        session={session}
        desk={desk}
        actions={actions}
        view={view}
        document={document}
        cards={cards}
        faults={faults}
      />
      <VisuallyHidden role="status" aria-live="polite">
        {view.said}
      </VisuallyHidden>
    </div>
  );
}
