import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Step } from "#shared/engine/step.ts";
import type { Speech } from "#shared/language/speech.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Cards } from "../canvas/card.ts";
import { lineId } from "../canvas/lineId.ts";
import type { RunMark, RunPath } from "../canvas/runMark.ts";
import { durationWords } from "../ui/times.ts";
import { runStepWords } from "./runStepWords.ts";

interface Traced {
  document: WorkflowDocument;
  steps: readonly Step[];
  /** Nothing of it was done: its steps say what would be. */
  imagined?: boolean;
  /** It ended where it stood: it failed, or was stopped. */
  broken: boolean;
}

/** The way a run took, for the canvas: a mark for each step it came to, and the lines between them. */
export function useRunPath(
  { document, steps, broken, imagined = false }: Traced,
  cards: Cards,
  speech: Speech,
): RunPath {
  const { t } = useTranslation("runTrace");
  return useMemo(() => {
    const nodes = new Map(document.nodes.map((node) => [node.id, node]));
    const marks = new Map(
      steps.map((step): [string, RunMark] => {
        const card = cards.get(step.node);
        const status = broken && step.endedAt === null ? "stopped" : step.status;
        const words = t(status);
        // Deciding takes no time worth telling; asking a service does.
        const took =
          step.log.length > 0 && step.endedAt !== null && step.endedAt > step.startedAt && !imagined
            ? durationWords(step.endedAt - step.startedAt, speech.language)
            : "";
        return [
          step.node,
          {
            status,
            sentence: runStepWords(step, nodes.get(step.node), card, speech, {
              took: (exit) => t("tookExit", { exit }),
              imagined,
            }),
            badge: status === "done" ? took : words,
            words,
            outlet: step.outlet,
          },
        ];
      }),
    );
    const lines = new Set(
      steps.flatMap(({ node, outlet }) => (outlet === null ? [] : [lineId({ from: node, outlet })])),
    );
    return { marks, lines };
  }, [document, steps, broken, imagined, cards, speech, t]);
}
