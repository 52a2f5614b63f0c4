import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { registry } from "#shared/integrations/manifest.ts";
import type { Speech } from "#shared/language/speech.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { type Cards, type CardWords, createCards } from "./card.ts";

/** The cards of a drawing, in the language that `speech` speaks. */
export function useCards(document: WorkflowDocument, speech: Speech): Cards {
  const { t } = useTranslation("editor");
  const [cardsOf] = useState(() => createCards(registry));
  const words = useMemo(
    (): CardWords => ({
      notSetUp: t("notSetUp"),
      unknownStep: t("unknownStep"),
      unknownStepHelp: t("unknownStepHelp"),
      exitGone: t("exitGone"),
      exit: (number) => t("exitNumber", { number }),
    }),
    [t],
  );
  return useMemo(() => cardsOf(document, speech, words), [cardsOf, document, speech, words]);
}
