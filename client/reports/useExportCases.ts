import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { Simulation, SimulationCase } from "#shared/api/simulations.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { call } from "../api/call.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { saveFile } from "../ui/saveFile.ts";
import { casesCsv } from "./casesCsv.ts";
import { useChoiceNames } from "./useChoiceNames.ts";
import { useStepNames } from "./useStepNames.ts";

/** So many are asked for at a time. */
const lot = 5_000;

/** Hands the person every conversation of a simulation as a CSV file. It begins with a mark by which spreadsheets know that it is UTF-8. */
export function useExportCases(
  workflow: { id: string; name: string },
  { id, report }: Simulation,
  document: WorkflowDocument,
) {
  const { t } = useTranslation("reports");
  const { pick } = useLanguage();
  const nameOf = useChoiceNames(report);
  const { stepOf } = useStepNames(document);
  return useMutation({
    async mutationFn() {
      const cases: SimulationCase[] = [];
      for (let more = true; more;) {
        const page = await call(routes.listSimulationCases, {
          params: { id: workflow.id, simulation: id },
          body: { where: { kind: "all" }, skip: cases.length, limit: lot },
        });
        cases.push(...page.cases);
        more = page.cases.length > 0 && cases.length < page.total;
      }
      const csv = casesCsv(cases, {
        heads: [
          t("csvConversation"),
          t("csvBegan"),
          t("csvContact"),
          t("csvTitle"),
          t("csvIn"),
          t("csvWhy"),
          t("csvDone"),
          t("csvCompared"),
          t("csvBand"),
          t("csvSaved"),
          t("csvResolved"),
        ],
        yes: t("yes"),
        no: t("no"),
        why: ({ why }) => (why ? pick(why) : t("notEnteredNothing")),
        done: ({ acts }) => acts.map(({ node }) => stepOf(node)).join("; "),
        compared: ({ verdicts }) =>
          verdicts
            .map(({ aspect, verdict, row, column }) =>
              [t(`aspect_${aspect}`), nameOf(aspect, row), nameOf(aspect, column), t(`verdict_${verdict}`)].join(" / "),
            )
            .join("; "),
        band: (band) => t(`band_${band}`),
        resolved: (resolved) => t(`resolved_${resolved}`),
      });
      saveFile(`${workflow.name}.csv`, `\uFEFF${csv}`, "text/csv");
    },
    onError: () => notifications.show({ color: "red", message: t("exportFailed") }),
  });
}
