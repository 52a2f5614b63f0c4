import { useTranslation } from "react-i18next";
import type { Speech } from "#shared/language/speech.ts";
import type { Cards } from "../canvas/card.ts";
import type { RunPath } from "../canvas/runMark.ts";
import { Because } from "../trace/Because.tsx";
import { RunStatusIcon } from "../trace/RunStatusIcon.tsx";
import { NodeIcon } from "../ui/NodeIcon.tsx";
import { PastThread } from "../thread/PastThread.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { Doubts } from "./Doubts.tsx";
import classes from "./ReplayPanel.module.css";
import type { Replay } from "./useReplay.ts";

interface Props {
  replay: Replay;
  cards: Cards;
  path: RunPath;
  speech: Speech;
}

/** Beside the locked canvas: what the step would have done and why, and what really happened, up to the virtual clock. */
export function ReplayPanel({ replay, cards, path, speech }: Props) {
  const { t } = useTranslation("backtest");
  const { replayed, error, retry, run, step, steps, frame, atEnd } = replay;
  if (error) return <Trouble error={error} onRetry={retry} />;
  if (!replayed) return <Waiting />;
  // What is not known of the conversation is not known of any of its runs.
  const doubts = [...new Set([...(run?.doubts ?? []), ...replayed.case.doubts])];
  const card = step ? cards.get(step.node) : undefined;
  const mark = step ? path.marks.get(step.node) : undefined;
  const because = steps.find((each) => each.node === step?.node)?.because ?? [];
  return (
    <div className={classes.panel}>
      {run ? (
        <section className={classes.step} role="status">
          <h2 className={classes.heading}>
            {card?.icon && (
              <span className={classes.icon} style={{ color: `var(--sb-${card.group})` }}>
                <NodeIcon name={card.icon} size={18} />
              </span>
            )}
            {card?.name}
          </h2>
          {mark && (
            <p className={classes.outcome}>
              <RunStatusIcon status={mark.status} words={mark.words} />
              <span>
                <b>{frame?.stands ? t("waits") : t("wouldHave")}: </b>
                {mark.sentence}
              </span>
            </p>
          )}
          {because.length > 0 && <Because evidence={because} speech={speech} />}
          {atEnd && <p className={classes.quiet}>{t(`ended_${run.status}`)}</p>}
          <Doubts doubts={doubts} />
        </section>
      ) : (
        <section className={classes.step}>
          <p className={classes.outcome}>{t("notStarted")}</p>
          <p>{replayed.case.why ? speech.pick(replayed.case.why) : t("notStartedNothing")}</p>
        </section>
      )}
      <PastThread
        conversation={replayed.case.id}
        title={t("thread")}
        until={frame ? { at: frame.at, altered: run?.doubts.includes("altered") ?? false } : undefined}
      />
    </div>
  );
}
