import { useTranslation } from "react-i18next";
import type { RunDetail } from "#shared/api/runs.ts";
import type { Cards } from "../canvas/card.ts";
import type { RunPath } from "../canvas/runMark.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { RunStatusIcon } from "../trace/RunStatusIcon.tsx";
import { shortTime } from "../ui/times.ts";
import classes from "./RunPage.module.css";
import { useRunTitle } from "./useRunTitle.ts";

interface Props {
  run: RunDetail;
  cards: Cards;
  path: RunPath;
  onChoose(step: string): void;
}

/** The run as a numbered list, one sentence a step: the drawing's other reading. */
export function RunPageOverview({ run, cards, path, onChoose }: Props) {
  const { t } = useTranslation("runTrace");
  const { language, pick } = useLanguage();
  const titleOf = useRunTitle();
  return (
    <div className={classes.content}>
      <h2 className={classes.heading}>{t("overview")}</h2>
      <p className={classes.quote}>{titleOf(run)}</p>
      {run.reason && <p className={run.status === "failed" ? classes.reason : ""}>{pick(run.reason)}</p>}
      {run.wakesAt !== null && <p>{t("goesOnAt", { at: shortTime(Date.parse(run.wakesAt), language) })}</p>}
      {run.removedAfterDays !== null ? (
        <p className={classes.quiet}>{t("removed", { count: run.removedAfterDays })}</p>
      ) : (
        run.steps.length === 0 && <p className={classes.quiet}>{t("noSteps")}</p>
      )}
      <ol className={classes.steps}>
        {run.steps.map(({ node }, index) => {
          const mark = path.marks.get(node);
          return (
            <li key={node}>
              <button type="button" className={classes.step} onClick={() => onChoose(node)}>
                <span className={classes.number}>{index + 1}</span>
                <span className={classes.stepWords}>
                  <span className={classes.stepName}>{cards.get(node)?.name ?? ""}</span>
                  <span>{mark?.sentence}</span>
                </span>
                {mark && (
                  <span className={classes.stepEnd}>
                    {mark.status === "done" && mark.badge !== "" && <span className={classes.quiet}>{mark.badge}</span>}
                    <RunStatusIcon status={mark.status} words={mark.words} />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
