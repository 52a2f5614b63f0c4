import { Button } from "@mantine/core";
import { CircleHelp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { BacktestCounts, Where } from "#shared/api/backtests.ts";
import { Refusal, unreachable } from "../api/refusal.ts";
import { countWords } from "../canvas/share.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import classes from "./SimulationSummary.module.css";
import { useCounted } from "./useCounted.ts";
import type { Simulation } from "./useSimulation.ts";

interface Props {
  simulation: Simulation;
  onOpen(where: Where): void;
}

const dayWords = (at: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(Date.parse(at));

/** Over the drawing: which conversations were counted, how many of them start the workflow, and what is not certain. */
export function SimulationSummary({ simulation, onOpen }: Props) {
  const { archive, counting } = simulation;
  const { counts, stale, error } = useCounted(simulation, (counted) => counted);
  const { t } = useTranslation("backtest");
  const { language, pick } = useLanguage();
  const number = (count: number) => countWords(count, language);
  const spanned = ({ total, from, to }: BacktestCounts) =>
    from === null || to === null
      ? t("spannedNone")
      : t("spanned", {
          count: total,
          number: number(total),
          from: dayWords(from, language),
          to: dayWords(to, language),
        });
  const what = (count: number, where: Where, words: string) => (
    <button type="button" className={classes.count} disabled={count === 0} onClick={() => onOpen(where)}>
      {words}
    </button>
  );
  return (
    <section className={classes.summary} aria-label={t("summary")} data-stale={stale}>
      {counts === null && error === null && (
        <p className={classes.waiting} role="status">
          {t("counting", { number: number(archive?.conversations ?? 0) })}
        </p>
      )}
      {error !== null && (
        <p className={classes.line} role="alert">
          {pick((error instanceof Refusal ? error : unreachable).problem.what)}
          <Button size="compact-sm" variant="subtle" onClick={counting.again}>
            {t("retry")}
          </Button>
        </p>
      )}
      {counts && (
        <>
          <p className={classes.line}>{spanned(counts)}</p>
          <div className={classes.line}>
            {what(counts.entered, { kind: "entered" }, t("entered", { number: number(counts.entered) }))}
            {what(
              counts.total - counts.entered,
              { kind: "notEntered" },
              t("notEntered", { number: number(counts.total - counts.entered) }),
            )}
            {counts.failed > 0 && <span>{t("failed", { number: number(counts.failed) })}</span>}
          </div>
          {counts.doubtful > 0 && (
            <details className={classes.doubts}>
              <summary className="hatched">
                <CircleHelp size={14} aria-hidden />
                {t("doubtful", { number: number(counts.doubtful) })}
              </summary>
              <ul>
                {counts.doubts.map(({ doubt, count }) => (
                  <li key={doubt}>
                    {what(count, { kind: "doubt", doubt }, `${t(`doubt_${doubt}`)}: ${number(count)}`)}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}
