import { useTranslation } from "react-i18next";
import type { Report } from "#shared/api/simulations.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { Card } from "../ui/Card.tsx";
import { CaseList } from "./CaseList.tsx";

/** A few to begin with; the figure above opens them all. */
const first = 5;

interface Props {
  workflow: string;
  simulation: string;
  document: WorkflowDocument;
  report: Report;
}

/** Conversations in which teammates did something else about the same thing. */
export function Disagreements(props: Props) {
  const { t } = useTranslation("reports");
  const there = props.report.forecast.bands.some(({ band, count }) => band === "otherwise" && count > 0);
  return (
    <Card title={t("disagreements")}>
      {there ? (
        <CaseList {...props} where={{ kind: "band", band: "otherwise" }} page={first} />
      ) : (
        t("disagreementsNone")
      )}
    </Card>
  );
}
