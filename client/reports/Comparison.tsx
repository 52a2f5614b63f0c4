import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Band, Resolved, type Simulation } from "#shared/api/simulations.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "../ui/Card.tsx";
import { durationWords, shortTime } from "../ui/times.ts";
import { agreementShare } from "./agreementShare.ts";
import classes from "./Reports.module.css";
import { useFigures } from "./useFigures.ts";
import { useVersionName } from "./useVersionName.ts";

interface Props {
  workflow: string;
  both: readonly [Simulation, Simulation];
}

/** Two kept simulations side by side. */
export function Comparison({ workflow, both }: Props) {
  const { t } = useTranslation("reports");
  const { language } = useLanguage();
  const { count, day, percent, perMonth } = useFigures();
  const versionName = useVersionName();
  const lines: [string, (simulation: Simulation) => string][] = [
    [t("from"), ({ report }) => day(report.from)],
    [t("to"), ({ report }) => day(report.to)],
    [t("conversations"), ({ report }) => count(report.total)],
    [t("acted"), ({ report }) => count(report.load[0]?.count ?? 0)],
    [
      t("agreed"),
      ({ report }) => {
        const share = agreementShare(report);
        return share === null ? "–" : percent(share);
      },
    ],
    ...Band.options.map((band): [string, (simulation: Simulation) => string] => [
      t(`band_${band}`),
      ({ report }) => {
        const line = report.forecast.bands.find((each) => each.band === band);
        return line ? `${count(line.count)} · ${perMonth(line.monthly)}` : "";
      },
    ]),
    ...Resolved.options.map((resolved): [string, (simulation: Simulation) => string] => [
      t(`resolved_${resolved}`),
      ({ report }) => count(report.resolved.find((each) => each.resolved === resolved)?.count ?? 0),
    ]),
    [
      t("medianSaved"),
      ({ report: { firstReply } }) =>
        firstReply.medianMs === null ? "–" : durationWords(firstReply.medianMs, language),
    ],
  ];
  return (
    <Card title={t("comparison")}>
      <div className={classes.scroll}>
        <Table className={classes.table ?? ""}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("figure")}</Table.Th>
              {both.map((simulation) => (
                <Table.Th key={simulation.id}>
                  <Link className={classes.figure} to={`/workflows/${workflow}/simulations/${simulation.id}`}>
                    {versionName(simulation)} · {shortTime(Date.parse(simulation.madeAt), language)}
                  </Link>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                {both.map((simulation) => (
                  <Table.Td key={simulation.id}>{value(simulation)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Card>
  );
}
