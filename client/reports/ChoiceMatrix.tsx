import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Aspect, Matrix, Report } from "#shared/api/simulations.ts";
import { Figure } from "./Figure.tsx";
import classes from "./Reports.module.css";
import { useChoiceNames } from "./useChoiceNames.ts";

interface Props {
  report: Report;
  matrix: Matrix & { aspect: Aspect };
}

/** What the workflow would choose (lines) against what teammates chose (columns); where both agree is marked. */
export function ChoiceMatrix({ report, matrix: { aspect, rows, columns, cells } }: Props) {
  const { t } = useTranslation("reports");
  const nameOf = useChoiceNames(report);
  const counts = new Map(cells.map(({ row, column, count }) => [`${row} ${column}`, count]));
  if (aspect === "closed") return null;
  return (
    <div className={classes.scroll}>
      <Table className={classes.table ?? ""}>
        <Table.Caption className={classes.caption ?? ""}>{t(`matrix_${aspect}`)}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("workflowChooses")}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column}>{nameOf(aspect, column)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key: row }) => (
            <Table.Tr key={row}>
              <Table.Th scope="row" className={classes.wide ?? ""}>
                {nameOf(aspect, row)}
              </Table.Th>
              {columns.map((column) => (
                <Table.Td key={column} data-agrees={row === column || undefined}>
                  <Figure where={{ kind: "choice", aspect, row, column }} count={counts.get(`${row} ${column}`) ?? 0} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
