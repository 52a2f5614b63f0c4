import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Where } from "#shared/api/backtests.ts";
import type { Speech } from "#shared/language/speech.ts";
import { valueInSentence } from "#shared/conditions/conditionWords.ts";
import type { Card } from "../canvas/card.ts";
import { lineId } from "../canvas/lineId.ts";
import { countWords, shareWords } from "../canvas/share.ts";
import classes from "./StepCounts.module.css";
import { talliesOf } from "./talliesOf.ts";
import { useCounted } from "./useCounted.ts";
import type { Simulation } from "./useSimulation.ts";

interface Props {
  simulation: Simulation;
  card: Card;
  speech: Speech;
  onOpen(where: Where): void;
}

const startsLarge = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** The numbers of one step in words, each leading to its conversations: what stands on its card, for keyboard and screen reader too. */
export function StepCounts({ simulation, card, speech, onOpen }: Props) {
  const { counts, stale } = useCounted(simulation, (counted) => counted);
  const tallies = useMemo(() => counts && talliesOf(counts), [counts]);
  const { t } = useTranslation("backtest");
  const { language } = speech;
  if (!counts || !tallies || card.quiet) return null;
  const reached = tallies.steps.get(card.id) ?? 0;
  const values = (count: number, of: number) => ({
    number: countWords(count, language),
    total: countWords(of, language),
    share: shareWords(count, of, language),
  });
  const lines: { key: string; where: Where; count: number; words: string }[] = [
    {
      key: "",
      where: { kind: "node", node: card.id },
      count: reached,
      words: t("reached", values(reached, counts.total)),
    },
  ];
  if (card.exits.length > 1)
    for (const { id, label } of card.exits) {
      const count = tallies.exits.get(lineId({ from: card.id, outlet: id })) ?? 0;
      lines.push({
        key: `exit ${id}`,
        where: { kind: "exit", node: card.id, outlet: id },
        count,
        words: t("leftBy", { exit: label, ...values(count, reached) }),
      });
    }
  for (const { node, ref, count } of counts.missing)
    if (node === card.id)
      lines.push({
        key: `missing ${ref}`,
        where: { kind: "missing", node, ref },
        count,
        words: startsLarge(t("missing", { value: valueInSentence(ref, speech), ...values(count, reached) })),
      });
  return (
    <section className={classes.counts} aria-label={t("stepTitle")} data-stale={stale}>
      <h3>{t("stepTitle")}</h3>
      <ul>
        {lines.map(({ key, where, count, words }) => (
          <li key={key}>
            <button type="button" disabled={count === 0} onClick={() => onOpen(where)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
