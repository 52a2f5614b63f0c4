import { useTranslation } from "react-i18next";
import type { RunDetail } from "#shared/api/runs.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import classes from "../trace/Trace.module.css";
import { shortTime } from "../ui/times.ts";
import { useRunTitle } from "./useRunTitle.ts";

/** What a run was about, and how it stands. */
export function RunPageAbout({ run }: { run: RunDetail }) {
  const { t } = useTranslation("runTrace");
  const { language, pick } = useLanguage();
  const titleOf = useRunTitle();
  return (
    <>
      <p className={classes.quote}>{titleOf(run)}</p>
      {run.reason && <p className={run.status === "failed" ? classes.reason : ""}>{pick(run.reason)}</p>}
      {run.wakesAt !== null && <p>{t("goesOnAt", { at: shortTime(Date.parse(run.wakesAt), language) })}</p>}
      {run.removedAfterDays !== null ? (
        <p className={classes.quiet}>{t("removed", { count: run.removedAfterDays })}</p>
      ) : (
        run.steps.length === 0 && <p className={classes.quiet}>{t("noSteps")}</p>
      )}
    </>
  );
}
