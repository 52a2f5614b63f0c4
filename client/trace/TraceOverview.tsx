import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { Step } from "#shared/engine/step.ts";
import type { Cards } from "../canvas/card.ts";
import type { RunPath } from "../canvas/runMark.ts";
import { RunStatusIcon } from "./RunStatusIcon.tsx";
import classes from "./Trace.module.css";

interface Props {
  steps: readonly Step[];
  /** What is to be said of it all, above the steps. */
  about: ReactNode;
  cards: Cards;
  path: RunPath;
  onChoose(step: string): void;
}

/** The run as a numbered list, one sentence a step: the drawing's other reading. */
export function TraceOverview({ steps, about, cards, path, onChoose }: Props) {
  const { t } = useTranslation("runTrace");
  return (
    <div className={classes.content}>
      <h2 className={classes.heading}>{t("overview")}</h2>
      {about}
      <ol className={classes.steps}>
        {steps.map(({ node }, index) => {
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
