import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { joinWords } from "#shared/language/text.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import type { Card } from "./card.ts";
import { countWords } from "./share.ts";
import type { CardTally } from "./tally.ts";

/** A card's numbers as they are read out: "reached by 812 of 9,850; yes 307, no 505". */
export function useTallyWords(): (card: Card, tally: CardTally) => string {
  const { t } = useTranslation("editor");
  const { language } = useLanguage();
  return useCallback(
    (card, { count, total, exits }) => {
      const reached = t("tallyReached", { number: countWords(count, language), total: countWords(total, language) });
      if (card.exits.length < 2 || count === 0) return reached;
      const ways = card.exits.map(({ label }, place) => `${label} ${countWords(exits[place] ?? 0, language)}`);
      return `${reached}; ${joinWords(ways, t("and"))}`;
    },
    [t, language],
  );
}
