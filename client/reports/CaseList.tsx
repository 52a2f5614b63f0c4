import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Report, SimulationWhere } from "#shared/api/simulations.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { query } from "../api/query.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { CaseItem } from "./CaseItem.tsx";
import classes from "./Reports.module.css";

interface Props {
  workflow: string;
  simulation: string;
  document: WorkflowDocument;
  report: Report;
  where: SimulationWhere;
  /** How many to begin with. */
  page: number;
}

/** The conversations behind a figure, newest first. Give it a `key` by what it lists. */
export function CaseList({ workflow, simulation, document, report, where, page }: Props) {
  const { t } = useTranslation("reports");
  const [limit, setLimit] = useState(page);
  const listed = useQuery({
    ...query("listSimulationCases", { params: { id: workflow, simulation }, body: { where, limit } }),
    placeholderData: keepPreviousData,
  });
  if (listed.error) return <Trouble error={listed.error} onRetry={() => void listed.refetch()} />;
  if (!listed.data) return <Waiting />;
  return (
    <>
      <ul className={classes.cases}>
        {listed.data.cases.map((one) => (
          <CaseItem key={one.id} document={document} report={report} one={one} />
        ))}
      </ul>
      {listed.data.total > limit && (
        <Button variant="default" size="xs" loading={listed.isFetching} onClick={() => setLimit(limit + 50)}>
          {t("more")}
        </Button>
      )}
    </>
  );
}
