import { FilePen, Ghost, OctagonAlert, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { WorkflowSummary } from "#shared/api/workflows.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { RunByHandDialog } from "../byHand/RunByHandDialog.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { ModeControl } from "../mode/ModeControl.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { DeleteDialog } from "./DeleteDialog.tsx";
import { outlineSentence } from "./outlineSentence.ts";
import { RenameDialog } from "./RenameDialog.tsx";
import { RowMenu } from "./RowMenu.tsx";
import { failedInWeek, runsInWeek } from "./week.ts";
import { useRowActions } from "./useRowActions.ts";
import { WeekBars } from "./WeekBars.tsx";
import classes from "./WorkflowRow.module.css";

export function WorkflowRow({ workflow }: { workflow: WorkflowSummary }) {
  const { t } = useTranslation("workflows");
  const { t: modeWords } = useTranslation("mode");
  const { pick } = useLanguage();
  const speech = useSpeech(workflow.document);
  const actions = useRowActions(workflow);
  const [dialog, setDialog] = useState<"byHand" | "rename" | "delete" | null>(null);
  const runs = runsInWeek(workflow);
  const failed = failedInWeek(workflow);
  const error = actions.duplicate.error ?? actions.exportFile.error;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Link className={classes.name} to={`/workflows/${workflow.id}`}>
          {workflow.name}
        </Link>
        <p className={classes.sentence}>{outlineSentence(workflow.document, registry, speech) ?? t("nothingStarts")}</p>
        {workflow.pause && (
          <p className={classes.paused}>
            <OctagonAlert size={14} aria-hidden />
            <span>
              {t("paused")} <RelativeTime at={workflow.pause.since} />
              {": "}
              {pick(workflow.pause.why)}
            </span>
          </p>
        )}
        {workflow.mode === "shadow" && (
          <Link className={classes.decisions} to={`/workflows/${workflow.id}/shadow`}>
            <Ghost size={14} aria-hidden />
            {modeWords("decisions")}
          </Link>
        )}
        {workflow.draftChanged && workflow.liveVersion !== null && (
          <p className={classes.hint}>
            <FilePen size={14} aria-hidden />
            {t("draftDiffers", { version: workflow.liveVersion })}
          </p>
        )}
      </div>
      <Link className={classes.week} to={`/runs?workflow=${workflow.id}`} title={t("week")}>
        <WeekBars week={workflow.week} />
        <span className={classes.counts}>
          {runs === 0 ? t("weekNone") : t("weekRuns", { count: runs })}
          {failed > 0 && (
            <span className={classes.failed}>
              <TriangleAlert size={12} aria-hidden />
              {t("weekFailed", { count: failed })}
            </span>
          )}
        </span>
      </Link>
      <div className={classes.last}>
        {workflow.lastRunAt === null ? (
          t("neverRan")
        ) : (
          <>
            {t("lastRun")} <RelativeTime at={workflow.lastRunAt} />
          </>
        )}
      </div>
      <ModeControl workflow={workflow} />
      <RowMenu
        workflow={workflow}
        actions={actions}
        onRunByHand={() => setDialog("byHand")}
        onRename={() => setDialog("rename")}
        onDelete={() => setDialog("delete")}
      />
      {error && (
        <div className={classes.trouble}>
          <Trouble error={error} />
        </div>
      )}
      {dialog === "byHand" && <RunByHandDialog workflow={workflow} onClose={() => setDialog(null)} />}
      {dialog === "rename" && (
        <RenameDialog name={workflow.name} rename={actions.rename} onClose={() => setDialog(null)} />
      )}
      {dialog === "delete" && (
        <DeleteDialog workflow={workflow} remove={actions.remove} onClose={() => setDialog(null)} />
      )}
    </li>
  );
}
