import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { query } from "../api/query.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { Comparison } from "./Comparison.tsx";
import { KeptSimulations } from "./KeptSimulations.tsx";
import { MakeSimulation } from "./MakeSimulation.tsx";
import classes from "./Reports.module.css";

/** The simulations of a workflow: makes one, lists those that were kept, and sets two beside each other. */
export function SimulationList() {
  const { t } = useTranslation("reports");
  const { id = "" } = useParams();
  const asked = useQuery(query("listSimulations", { params: { id } }));
  const [search, setSearch] = useSearchParams();
  if (asked.error) return <Trouble error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Waiting />;
  const { workflow, simulations } = asked.data;
  const compared = (search.get("compare") ?? "").split(".");
  const [one, other] = simulations.filter((each) => compared.includes(each.id));
  return (
    <Page
      title={t("title", { name: workflow.name })}
      lead={t("lead")}
      actions={
        <Button
          component={Link}
          to={`/workflows/${id}`}
          size="xs"
          variant="default"
          leftSection={<ArrowLeft size={16} aria-hidden />}
        >
          {t("back")}
        </Button>
      }
    >
      <div className={classes.report}>
        <MakeSimulation workflow={id} />
        {one && other && (
          <>
            <Comparison workflow={id} both={[one, other]} />
            <Button className={classes.start ?? ""} size="xs" variant="default" onClick={() => setSearch({})}>
              {t("endComparison")}
            </Button>
          </>
        )}
        {simulations.length === 0 ? (
          <EmptyState title={t("none")} help={t("noneHelp")} />
        ) : (
          <KeptSimulations
            workflow={id}
            simulations={simulations}
            onCompare={(chosen) => setSearch({ compare: chosen.join(".") })}
          />
        )}
      </div>
    </Page>
  );
}
