import { Drawer, VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { FlowCanvas } from "../canvas/FlowCanvas.tsx";
import { countFaults } from "../canvas/faultCount.ts";
import { useCards } from "../canvas/useCards.ts";
import { useDraftSession } from "../draft/useDraftSession.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { Inspector } from "../inspector/Inspector.tsx";
import { useTitle } from "../ui/useTitle.ts";
import { BottomBar } from "./BottomBar.tsx";
import { EditorOverlays } from "./EditorOverlays.tsx";
import classes from "./EditorScreen.module.css";
import { EmptyCanvas } from "./EmptyCanvas.tsx";
import { Palette } from "./Palette.tsx";
import { PausedBar } from "./PausedBar.tsx";
import { TopBar } from "./TopBar.tsx";
import { useEditor } from "./useEditor.ts";
import { useEditorKeys } from "./useEditorKeys.ts";
import { useFaults } from "./useFaults.ts";
import { useSample } from "./useSample.ts";

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

  const chosen = document.nodes.filter(({ id }) => view.selection.has(id));
  const [only] = chosen;
  const node = only && chosen.length === 1 && view.closed !== only.id ? only : null;
  const nodeFaults = useMemo(() => faults.filter((fault) => fault.node === node?.id), [faults, node?.id]);

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

  /** Not when a list or a window that belongs to a setting is what is closed: those lie outside, or are open still. */
  const escape = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Element)) return;
    const isOwn = event.currentTarget.contains(event.target) && event.target.ariaExpanded !== "true";
    if (isOwn) closeSettings();
  };

  return (
    <div className={classes.editor}>
      <TopBar detail={detail} session={session} desk={desk} actions={actions} />
      <PausedBar detail={detail} />
      <div className={classes.middle}>
        <div className={classes.wide}>
          <Palette desk={desk} actions={actions} />
        </div>
        <div className={classes.centre}>
          <div className={classes.drawing}>
            <FlowCanvas
              ref={attach}
              label={t("drawing")}
              document={document}
              cards={cards}
              selection={view.selection}
              onSelection={onSelection}
              editing={editing}
              mayConnect={actions.mayConnect}
              faults={counts}
              rings={rings}
              taking={view.taking}
            />
            {document.nodes.length === 0 && <EmptyCanvas onAdd={actions.add} />}
          </div>
          <BottomBar faults={faults} actions={actions} sample={sample} />
        </div>
        {node && (
          <div ref={settings} className={classes.settings} onKeyDown={escape}>
            <Inspector
              workflow={detail.id}
              document={document}
              node={node}
              faults={nodeFaults}
              facts={sample.facts}
              focusField={view.focusField?.node === node.id ? view.focusField : null}
              onConfig={(config) => actions.setConfig(node.id, config)}
              onName={(name) => actions.rename(node.id, name)}
              onNote={(note) => actions.remark(node.id, note)}
              onOnce={(once) => actions.setOnce(node.id, once)}
              onOnFail={(onFail) => actions.setOnFail(node.id, onFail)}
              onClose={closeSettings}
            />
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
