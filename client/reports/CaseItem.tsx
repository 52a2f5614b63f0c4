import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Report, SimulationCase } from "#shared/api/simulations.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { shortTime } from "../ui/times.ts";
import { PastThread } from "../thread/PastThread.tsx";
import classes from "./Reports.module.css";
import { useChoiceNames } from "./useChoiceNames.ts";
import { useStepNames } from "./useStepNames.ts";

interface Props {
  document: WorkflowDocument;
  report: Report;
  one: SimulationCase;
}

/** A past conversation: what the workflow would have done in it, what teammates did, and the conversation itself to read. */
export function CaseItem({ document, report, one }: Props) {
  const { t } = useTranslation("reports");
  const { language, pick } = useLanguage();
  const { stepOf } = useStepNames(document);
  const nameOf = useChoiceNames(report);
  const [open, setOpen] = useState(false);
  const { shown } = one;
  const steps = one.acts.map(({ node }) => stepOf(node)).filter((words) => words !== "");
  const name = shown?.contactName || t("customer");
  return (
    <li className={classes.case}>
      <p className={classes.caseTop}>
        <strong>{shown ? name : t("gone")}</strong>
        <time dateTime={one.createdAt} className={classes.quiet}>
          {shortTime(Date.parse(one.createdAt), language)}
        </time>
      </p>
      {shown && <p className={classes.excerpt}>{shown.title || shown.excerpt}</p>}
      {one.entered ? (
        <p>{t("workflowWould", { what: steps.length > 0 ? steps.join(" · ") : t("doneNothing") })}</p>
      ) : (
        <p className={classes.quiet}>{one.why ? pick(one.why) : t("notEnteredNothing")}</p>
      )}
      {one.verdicts.map(({ node, aspect, verdict, row, column }) => {
        const said = [t("teammatesDid", { what: nameOf(aspect, column) })];
        // That nobody did it, or that it is unknown, is both: what they did, and what it means.
        if (verdict === "same" || verdict === "otherwise") said.push(t(`verdict_${verdict}`));
        return (
          <p key={`${node} ${aspect} ${row}`} className={classes.verdict} data-verdict={verdict}>
            <span>{t(`aspect_${aspect}`)}</span>
            {said.join(" · ")}
          </p>
        );
      })}
      {one.doubts.map((doubt) => (
        <p key={doubt} className={classes.quiet}>
          {t(`doubt_${doubt}`)}
        </p>
      ))}
      {shown && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={open}
          aria-label={`${open ? t("close") : t("thread")}: ${t("threadOf", { name })}`}
          onClick={() => setOpen(!open)}
        >
          {open ? t("close") : t("thread")}
        </Button>
      )}
      {open && <PastThread conversation={one.id} />}
    </li>
  );
}
