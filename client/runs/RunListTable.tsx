import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { RunSummary } from "#shared/api/runs.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { RunOutcome } from "../ui/RunOutcome.tsx";
import { durationWords, shortTime } from "../ui/times.ts";
import classes from "./RunListTable.module.css";
import { useRunTitle } from "./useRunTitle.ts";

export function RunListTable({ runs }: { runs: readonly RunSummary[] }) {
  const { t } = useTranslation("runs");
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("about")}</th>
          <th scope="col">{t("workflow")}</th>
          <th scope="col">{t("outcome")}</th>
          <th scope="col">{t("when")}</th>
          <th scope="col" className={classes.number}>
            {t("duration")}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Row key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ run }: { run: RunSummary }) {
  const { t } = useTranslation("runs");
  const titleOf = useRunTitle();
  const { language, pick } = useLanguage();
  return (
    <tr>
      <td>
        <Link className={classes.title} to={`/runs/${run.id}`}>
          {titleOf(run)}
        </Link>
      </td>
      <td className={classes.quiet}>{run.workflow.name}</td>
      <td>
        <RunOutcome status={run.status} />
        {run.reason && <p className={classes.reason}>{pick(run.reason)}</p>}
        {run.wakesAt && (
          <p className={classes.reason}>{t("goesOn", { at: shortTime(Date.parse(run.wakesAt), language) })}</p>
        )}
      </td>
      <td className={classes.when}>
        <RelativeTime at={run.startedAt} />
      </td>
      <td className={classes.number}>{run.durationMs === null ? "" : durationWords(run.durationMs, language)}</td>
    </tr>
  );
}
