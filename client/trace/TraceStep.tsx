import { CloseButton } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Step } from "#shared/engine/step.ts";
import type { Event } from "#shared/events/event.ts";
import type { Speech } from "#shared/language/speech.ts";
import type { WorkflowNode } from "#shared/workflow/document.ts";
import type { Card } from "../canvas/card.ts";
import type { RunMark } from "../canvas/runMark.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Because } from "./Because.tsx";
import { RunStatusIcon } from "./RunStatusIcon.tsx";
import { NodeIcon } from "../ui/NodeIcon.tsx";
import { durationWords, exactTime } from "../ui/times.ts";
import { Facts } from "../ui/Facts.tsx";
import { StepDetails } from "./StepDetails.tsx";
import { stepValues } from "./stepValues.ts";
import classes from "./Trace.module.css";

interface Props {
  card: Card;
  node: WorkflowNode | undefined;
  /** Absent for a step that the run did not come to. */
  step: Step | undefined;
  mark: RunMark | undefined;
  /** What it began with; null once that was removed. */
  event: Event | null;
  /** Nothing of it was sent. */
  imagined: boolean;
  /** What a person has to say about the step. */
  decision: ReactNode;
  speech: Speech;
  onClose(): void;
}

/** What one step did, why, and with which values. */
export function TraceStep({ card, node, step, mark, event, imagined, decision, speech, onClose }: Props) {
  const { t } = useTranslation("runTrace");
  const { language, pick } = useLanguage();
  const values = step && node ? stepValues(step, node, event, speech, t("nothing")) : [];
  return (
    <div className={classes.content}>
      <div className={classes.stepHead}>
        {card.icon && (
          <span className={classes.icon} style={{ color: `var(--sb-${card.group})` }}>
            <NodeIcon name={card.icon} size={18} />
          </span>
        )}
        <h2 className={classes.heading}>{card.name}</h2>
        <CloseButton aria-label={t("closeStep")} onClick={onClose} />
      </div>
      {mark && (
        <p className={classes.outcome} data-status={mark.status}>
          <RunStatusIcon status={mark.status} words={mark.words} />
          <span>{mark.sentence}</span>
        </p>
      )}
      {decision}
      {!step && <p className={classes.quiet}>{t("notReached")}</p>}
      {step?.failure && (
        <section>
          <h3 className={classes.subheading}>{t("whatToDo")}</h3>
          <p>{pick(step.failure.todo)}</p>
          {step.failure.detail && (
            <>
              <h3 className={classes.subheading}>{t("serviceSaid")}</h3>
              <p className={classes.quote}>{step.failure.detail}</p>
            </>
          )}
        </section>
      )}
      {step && step.because.length > 0 && (
        <section>
          <h3 className={classes.subheading}>{t("why")}</h3>
          <Because evidence={step.because} speech={speech} />
        </section>
      )}
      {values.length > 0 && (
        <section>
          <h3 className={classes.subheading}>{t("values")}</h3>
          <Facts facts={values} />
        </section>
      )}
      <section>
        <h3 className={classes.subheading}>{t("configured")}</h3>
        <p>{card.sentence}</p>
      </section>
      {step && (
        <section>
          <h3 className={classes.subheading}>{t("timing")}</h3>
          <p className="tabular">
            {exactTime(step.startedAt, language)}
            {step.endedAt !== null &&
              step.log.length > 0 &&
              ` · ${durationWords(step.endedAt - step.startedAt, language)}`}
          </p>
        </section>
      )}
      {step && step.log.length > 0 && <StepDetails log={step.log} imagined={imagined} />}
    </div>
  );
}
