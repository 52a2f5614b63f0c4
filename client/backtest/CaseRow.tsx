import { useTranslation } from "react-i18next";
import type { BacktestCase } from "#shared/api/backtests.ts";
import type { Speech } from "#shared/language/speech.ts";
import { Because } from "../trace/Because.tsx";
import { focusAtOnce } from "../ui/focusAtOnce.ts";
import { exactTime, shortTime } from "../ui/times.ts";
import classes from "./CasesPanel.module.css";
import { Doubts } from "./Doubts.tsx";

interface Props {
  shown: BacktestCase;
  speech: Speech;
  focus: boolean;
  onChoose(): void;
}

/** One past conversation: whose, when, its first words, and why it is in the list. */
export function CaseRow({ shown, speech, focus, onChoose }: Props) {
  const { t } = useTranslation("backtest");
  const at = Date.parse(shown.createdAt);
  return (
    <li className={classes.row}>
      <button type="button" className={classes.open} ref={focus ? focusAtOnce : undefined} onClick={onChoose}>
        <span className={classes.line}>
          <span className={classes.name}>{shown.contactName || t("noName")}</span>
          <time className={classes.when} dateTime={shown.createdAt} title={exactTime(at, speech.language)}>
            {shortTime(at, speech.language)}
          </time>
        </span>
        <span className={classes.excerpt}>
          {[shown.title, shown.excerpt].filter(Boolean).join(" – ") || t("noWords")}
        </span>
      </button>
      {(shown.because.length > 0 || shown.why || shown.doubts.length > 0) && (
        <div className={classes.why}>
          {shown.because.length > 0 && <Because evidence={shown.because} speech={speech} />}
          {shown.why && <p>{speech.pick(shown.why)}</p>}
          <Doubts doubts={shown.doubts} />
        </div>
      )}
    </li>
  );
}
