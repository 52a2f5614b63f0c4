import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { RunDetail } from "#shared/api/runs.ts";
import { query } from "../api/query.ts";
import { TraceView } from "../trace/TraceView.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useTitle } from "../ui/useTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { RunPageAbout } from "./RunPageAbout.tsx";
import { RunPageTop } from "./RunPageTop.tsx";
import { RunStepDecision } from "./RunStepDecision.tsx";
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
  const chosen = search.get("step");
  const go = (to: "previous" | "next") => {
    const target = run[to];
    if (target !== null)
      void navigate(`/runs/${target}${chosen === null ? "" : `?step=${encodeURIComponent(chosen)}`}`);
  };
  useRunKeys(go, () => setSearch({}, { replace: true }));
  return (
    <TraceView
      drawing={`${run.workflow.id}:${run.version}`}
      document={run.document}
      steps={run.steps}
      event={run.event}
      broken={run.status === "stopped" || run.status === "failed"}
      top={<RunPageTop run={run} onGo={go} />}
      about={<RunPageAbout run={run} />}
      decision={(step) =>
        step.status === "parked" && run.status === "parked" && <RunStepDecision run={run.id} step={step} />
      }
    />
  );
}
