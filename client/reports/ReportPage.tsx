import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Download, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import type { Got } from "#shared/api/route.ts";
import type { routes } from "#shared/api/routes.ts";
import { query } from "../api/query.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Page } from "../ui/Page.tsx";
import { shortTime } from "../ui/times.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { Agreement } from "./Agreement.tsx";
import { Bands } from "./Bands.tsx";
import { CaseDrawer } from "./CaseDrawer.tsx";
import { Disagreements } from "./Disagreements.tsx";
import { FirstAnswer } from "./FirstAnswer.tsx";
import { Headline } from "./Headline.tsx";
import { Load } from "./Load.tsx";
import { Money } from "./Money.tsx";
import { OverTime } from "./OverTime.tsx";
import { Passage } from "./Passage.tsx";
import classes from "./Reports.module.css";
import { useExportCases } from "./useExportCases.ts";
import { useFigures } from "./useFigures.ts";
import { useVersionName } from "./useVersionName.ts";
import { whereIn } from "./whereLink.ts";

/** One kept simulation as a report: what turning the workflow on would have done. */
export function ReportPage() {
  const { id = "", simulation = "" } = useParams();
  const asked = useQuery({ ...query("getSimulation", { params: { id, simulation } }), staleTime: Infinity });
  if (asked.error) return <Trouble error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Waiting />;
  return <ReportScreen key={asked.data.id} kept={asked.data} />;
}

function ReportScreen({ kept }: { kept: Got<typeof routes.getSimulation> }) {
  const { t } = useTranslation("reports");
  const { language } = useLanguage();
  const { day } = useFigures();
  const versionName = useVersionName();
  const [search, setSearch] = useSearchParams();
  const { workflow, document, report } = kept;
  const exported = useExportCases(workflow, kept, document);
  const where = whereIn(search);
  const behind = { workflow: workflow.id, simulation: kept.id, document, report };
  return (
    <Page
      title={t("title", { name: workflow.name })}
      lead={t("madeOn", {
        what: versionName(kept),
        when: shortTime(Date.parse(kept.madeAt), language),
        who: kept.madeBy,
        from: day(report.from),
        to: day(report.to),
      })}
      actions={
        <div className={classes.actions}>
          <Button
            component={Link}
            to={`/workflows/${workflow.id}/simulations`}
            size="xs"
            variant="default"
            leftSection={<ArrowLeft size={16} aria-hidden />}
          >
            {t("all")}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<Download size={16} aria-hidden />}
            loading={exported.isPending}
            onClick={() => exported.mutate()}
          >
            {t("exportCsv")}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<Printer size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t("print")}
          </Button>
        </div>
      }
    >
      <div className={classes.report}>
        <Headline report={report} />
        <Bands report={report} />
        <Agreement report={report} document={document} />
        <Disagreements {...behind} />
        <div className={classes.columns}>
          <OverTime report={report} />
          <FirstAnswer report={report} />
        </div>
        <Money report={report} />
        <Load report={report} />
        <Passage report={report} document={document} />
      </div>
      {where && (
        <CaseDrawer
          key={JSON.stringify(where)}
          {...behind}
          where={where}
          onClose={() => setSearch({}, { preventScrollReset: true })}
        />
      )}
    </Page>
  );
}
