import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { query } from "../api/query.ts";
import { RunOutcome } from "../ui/RunOutcome.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import classes from "./RunsHere.module.css";

/** The newest runs for one conversation; they appear while they happen. */
export function RunsHere({ conversation }: { conversation: string }) {
  const { t } = useTranslation("conversations");
  const runs = useQuery(query("listRuns", { query: { conversation, limit: 5 } }));
  if (runs.isError) return <Trouble error={runs.error} onRetry={() => void runs.refetch()} />;
  if (!runs.data) return null;
  if (runs.data.runs.length === 0) return <p className={classes.none}>{t("noRuns")}</p>;
  return (
    <ul className={classes.runs}>
      {runs.data.runs.map(({ id, workflow, status }) => (
        <li key={id}>
          <Link className={classes.run} to={`/runs/${id}`}>
            <span>{workflow.name}</span>
            <RunOutcome status={status} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
