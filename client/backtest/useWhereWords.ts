import { useTranslation } from "react-i18next";
import type { Where } from "#shared/api/backtests.ts";
import { valueInSentence } from "#shared/conditions/conditionWords.ts";
import type { Speech } from "#shared/language/speech.ts";
import type { Cards } from "../canvas/card.ts";

/** What conversations of a list have in common, in words. */
export function useWhereWords(cards: Cards, speech: Speech): (where: Where) => string {
  const { t } = useTranslation("backtest");
  return (where) => {
    const card = "node" in where ? cards.get(where.node) : undefined;
    const step = card?.name ?? "";
    switch (where.kind) {
      case "entered":
        return t("listEntered");
      case "notEntered":
        return t("listNotEntered");
      case "node":
        return t("listNode", { step });
      case "exit": {
        const exit = card?.exits.find(({ id }) => id === where.outlet)?.label ?? "";
        return card && card.exits.length > 1 ? t("listExit", { step, exit }) : t("listExitOnly", { step });
      }
      case "missing":
        return t("listMissing", { step, value: valueInSentence(where.ref, speech) });
      case "doubt":
        return t(`doubt_${where.doubt}`);
    }
  };
}
