import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Report, SimulationWhere } from "#shared/api/simulations.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { query } from "../api/query.ts";
import { CaseList } from "./CaseList.tsx";
import { useFigures } from "./useFigures.ts";

interface Props {
  workflow: string;
  simulation: string;
  document: WorkflowDocument;
  report: Report;
  where: SimulationWhere;
  onClose(): void;
}

const page = 50;

/** The conversations behind a figure, beside the report. */
export function CaseDrawer({ onClose, ...list }: Props) {
  const { t } = useTranslation("reports");
  const { conversations } = useFigures();
  const { workflow: id, simulation, where } = list;
  const listed = useQuery(query("listSimulationCases", { params: { id, simulation }, body: { where, limit: page } }));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={listed.data ? conversations(listed.data.total) : t("conversations")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <CaseList {...list} page={page} />
    </Drawer>
  );
}
