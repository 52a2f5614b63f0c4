import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { RunDetail } from "#shared/api/runs.ts";
import { query } from "../api/query.ts";
import { FlowCanvas, type Selection } from "../canvas/FlowCanvas.tsx";
import { useCards } from "../canvas/useCards.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { useRunPath } from "../trace/useRunPath.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useTitle } from "../ui/useTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { RunPageOverview } from "./RunPageOverview.tsx";
import { RunPageStep } from "./RunPageStep.tsx";
import { RunPageTop } from "./RunPageTop.tsx";
import classes from "./RunPage.module.css";
import { useRunKeys } from "./useRunKeys.ts";

/** One run, on the drawing of the version that ran. The stream keeps it up to date while it goes on. */
export function RunPage() {
  const { id = "" } = useParams();
  const run = useQuery(query("getRun", { params: { id } }));
  if (run.data) return <RunScreen run={run.data} />;
  if (run.error) return <Trouble error={run.error} onRetry={() => void run.refetch()} />;
  return <Waiting />;
}

function RunScreen({ run }: { run: RunDetail }) {
  const { t } = useTranslation("runTrace");
  useTitle(t("title", { workflow: run.workflow.name }));
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const speech = useSpeech(run.document);
  const cards = useCards(run.document, speech);
  const { document, steps, status } = run;
  const broken = status === "stopped" || status === "failed";
  const path = useRunPath({ document, steps, broken }, cards, speech);
  const chosen = search.get("step");
  const card = chosen === null ? undefined : cards.get(chosen);
  const selection: Selection = new Set(card ? [card.id] : []);

  const choose = (step: string | null) => setSearch(step === null ? {} : { step }, { replace: true });
  const go = (to: "previous" | "next") => {
    const target = run[to];
    if (target !== null)
      void navigate(`/runs/${target}${chosen === null ? "" : `?step=${encodeURIComponent(chosen)}`}`);
  };
  const leave = () => choose(null);
  useRunKeys(go, leave);
  const onSelection = (change: (before: Selection) => Selection) => {
    const after = [...change(selection)].filter((id) => cards.has(id));
    choose(after.find((id) => !selection.has(id)) ?? after[0] ?? null);
  };

  return (
    <div className={classes.page}>
      <RunPageTop run={run} onGo={go} />
      <div className={classes.middle}>
        <div className={classes.drawing}>
          <FlowCanvas
            // Another version is another drawing: it has to be brought into view anew.
            key={`${run.workflow.id}:${run.version}`}
            label={t("drawing")}
            document={run.document}
            cards={cards}
            selection={selection}
            onSelection={onSelection}
            run={path}
          />
        </div>
        <aside className={classes.panel} aria-label={card ? card.name : t("overview")}>
          {card ? (
            <RunPageStep
              card={card}
              node={run.document.nodes.find(({ id }) => id === card.id)}
              step={run.steps.find(({ node }) => node === card.id)}
              mark={path.marks.get(card.id)}
              run={run}
              speech={speech}
              onClose={leave}
            />
          ) : (
            <RunPageOverview run={run} cards={cards} path={path} onChoose={choose} />
          )}
        </aside>
      </div>
    </div>
  );
}
