import { ActionIcon, Button } from "@mantine/core";
import { ArrowLeft, ChartColumn, Ghost, LayoutDashboard, ListPlus, Redo2, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useStore } from "zustand";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { startsRuns } from "#shared/workflow/mode.ts";
import { SimulateSwitch } from "../backtest/SimulateSwitch.tsx";
import type { Simulation } from "../backtest/useSimulation.ts";
import type { DraftSession } from "../draft/useDraftSession.ts";
import { ModeControl } from "../mode/ModeControl.tsx";
import { ToolIcon } from "../ui/ToolIcon.tsx";
import bar from "../ui/TopBar.module.css";
import type { Desk } from "./desk.ts";
import type { EditorActions } from "./editorActions.ts";
import { SavedState } from "./SavedState.tsx";
import classes from "./TopBar.module.css";
import { WorkflowMenu } from "./WorkflowMenu.tsx";
import { WorkflowName } from "./WorkflowName.tsx";

interface Props {
  detail: WorkflowDetail;
  session: DraftSession;
  desk: Desk;
  actions: EditorActions;
  simulation: Simulation;
}

/** Above the canvas: which workflow, how it stands, and what can be done with it as a whole. */
export function TopBar({ detail, session: { draft, autosave }, desk, actions, simulation }: Props) {
  const { t } = useTranslation("editor");
  const { t: modeWords } = useTranslation("mode");
  const { t: report } = useTranslation("reports");
  const canUndo = useStore(draft.history, ({ pastStates }) => pastStates.length > 0);
  const canRedo = useStore(draft.history, ({ futureStates }) => futureStates.length > 0);
  const isSaved = useStore(autosave.state, ({ kind }) => kind === "saved");
  const { liveVersion, mode } = detail;
  const changed = detail.draftChanged || !isSaved;
  const version =
    liveVersion === null
      ? t("versionNone")
      : [
          startsRuns(mode) ? t("versionLive", { number: liveVersion }) : t("versionPublished", { number: liveVersion }),
          changed ? t("versionChanged") : "",
        ]
          .filter((part) => part !== "")
          .join(" · ");
  const tools = [
    { name: t("undo"), Icon: Undo2, act: actions.undo, off: !canUndo },
    { name: t("redo"), Icon: Redo2, act: actions.redo, off: !canRedo },
    { name: t("tidy"), Icon: LayoutDashboard, act: actions.tidy, off: false },
  ];
  return (
    <header className={bar.bar}>
      <ActionIcon
        component={Link}
        to="/workflows"
        variant="subtle"
        color="gray"
        aria-label={t("back")}
        title={t("back")}
      >
        <ArrowLeft size={18} aria-hidden />
      </ActionIcon>
      <WorkflowName id={detail.id} name={detail.name} />
      <span className={classes.version}>{version}</span>
      <SavedState autosave={autosave} />
      <div className={classes.end}>
        <Button
          className={classes.narrow ?? ""}
          size="xs"
          variant="default"
          leftSection={<ListPlus size={16} aria-hidden />}
          onClick={() => desk.view.setState({ paletteOpen: true })}
        >
          {t("paletteOpen")}
        </Button>
        <div className={classes.icons}>
          {tools.map(({ name, Icon, act, off }) => (
            <ToolIcon key={name} name={name} Icon={Icon} disabled={off} onClick={act} />
          ))}
        </div>
        {mode === "shadow" && (
          <Button
            size="xs"
            variant="default"
            component={Link}
            to={`/workflows/${detail.id}/shadow`}
            leftSection={<Ghost size={14} aria-hidden />}
          >
            {modeWords("decisions")}
          </Button>
        )}
        <ModeControl workflow={detail} />
        <SimulateSwitch simulation={simulation} />
        <Button
          component={Link}
          to={`/workflows/${detail.id}/simulations`}
          size="xs"
          variant="default"
          leftSection={<ChartColumn size={16} aria-hidden />}
        >
          {report("report")}
        </Button>
        <Button size="xs" onClick={() => desk.view.setState({ dialog: "publish" })}>
          {t("publish")}
        </Button>
        <WorkflowMenu detail={detail} autosave={autosave} onDialog={(dialog) => desk.view.setState({ dialog })} />
      </div>
    </header>
  );
}
