import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Step } from "#shared/engine/step.ts";
import type { Event } from "#shared/events/event.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { FlowCanvas, type Selection } from "../canvas/FlowCanvas.tsx";
import { useCards } from "../canvas/useCards.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { TraceOverview } from "./TraceOverview.tsx";
import { TraceStep } from "./TraceStep.tsx";
import classes from "./Trace.module.css";
import { useRunPath } from "./useRunPath.ts";

interface Props {
  /** Another drawing has another: it is brought into view anew. */
  drawing: string;
  document: WorkflowDocument;
  steps: readonly Step[];
  /** What it began with; null once that was removed. */
  event: Event | null;
  /** It ended where it stood. */
  broken: boolean;
  /** Nothing of it was sent. */
  imagined?: boolean;
  /** Above the drawing: which one it is, and the ways from here. */
  top: ReactNode;
  /** What is to be said of it all. */
  about: ReactNode;
  /** What a person has to say about a step. */
  decision?(step: Step): ReactNode;
}

/** The way that was taken on the drawing it took, each step with what it did and why. Which step is open stands in the address. */
export function TraceView({ drawing, document, steps, event, broken, imagined = false, top, about, decision }: Props) {
  const { t } = useTranslation("runTrace");
  const [search, setSearch] = useSearchParams();
  const speech = useSpeech(document);
  const cards = useCards(document, speech);
  const path = useRunPath({ document, steps, broken, imagined }, cards, speech);
  const chosen = search.get("step");
  const card = chosen === null ? undefined : cards.get(chosen);
  const step = steps.find(({ node }) => node === card?.id);
  const selection: Selection = new Set(card ? [card.id] : []);

  const choose = (id: string | null) => setSearch(id === null ? {} : { step: id }, { replace: true });
  const onSelection = (change: (before: Selection) => Selection) => {
    const after = [...change(selection)].filter((id) => cards.has(id));
    choose(after.find((id) => !selection.has(id)) ?? after[0] ?? null);
  };

  return (
    <div className={classes.page}>
      {top}
      <div className={classes.middle}>
        <div className={classes.drawing}>
          <FlowCanvas
            key={drawing}
            label={t("drawing")}
            document={document}
            cards={cards}
            selection={selection}
            onSelection={onSelection}
            run={path}
          />
        </div>
        <aside className={classes.panel} aria-label={card ? card.name : t("overview")}>
          {card ? (
            <TraceStep
              card={card}
              node={document.nodes.find(({ id }) => id === card.id)}
              step={step}
              mark={path.marks.get(card.id)}
              event={event}
              imagined={imagined}
              decision={step && decision?.(step)}
              speech={speech}
              onClose={() => choose(null)}
            />
          ) : (
            <TraceOverview steps={steps} about={about} cards={cards} path={path} onChoose={choose} />
          )}
        </aside>
      </div>
    </div>
  );
}
