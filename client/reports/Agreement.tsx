import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Report, Verdict } from "#shared/api/simulations.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { Card } from "../ui/Card.tsx";
import { Figure } from "./Figure.tsx";
import { ChoiceMatrix } from "./ChoiceMatrix.tsx";
import classes from "./Reports.module.css";
import { useStepNames } from "./useStepNames.ts";

/** Each action that can be compared, beside what teammates did about the same thing. */
export function Agreement({ report, document }: { report: Report; document: WorkflowDocument }) {
  const { t } = useTranslation("reports");
  const { stepOf } = useStepNames(document);
  if (report.agreement.length === 0)
    return (
      <Card title={t("agreement")}>
        <p>{t("agreementNone")}</p>
      </Card>
    );
  return (
    <Card title={t("agreement")}>
      <p className={classes.quiet}>{t("agreementLead")}</p>
      <div className={classes.scroll}>
        <Table className={classes.table ?? ""}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("step")}</Table.Th>
              {Verdict.options.map((verdict) => (
                <Table.Th key={verdict}>{t(`verdict_${verdict}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.agreement.map((line) => (
              <Table.Tr key={`${line.node} ${line.aspect}`}>
                <Table.Th scope="row" className={classes.wide ?? ""}>
                  {stepOf(line.node)}
                </Table.Th>
                {Verdict.options.map((verdict) => (
                  <Table.Td key={verdict} data-verdict={verdict}>
                    <Figure
                      where={{ kind: "verdict", node: line.node, aspect: line.aspect, verdict }}
                      count={line[verdict]}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {report.matrices.map((matrix) =>
        matrix.aspect === "closed" ? null : <ChoiceMatrix key={matrix.aspect} report={report} matrix={matrix} />,
      )}
    </Card>
  );
}
