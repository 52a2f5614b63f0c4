import { Trans, useTranslation } from "react-i18next";
import type { Report, SimulationWhere } from "#shared/api/simulations.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { durationWords } from "../ui/times.ts";
import { Figure } from "./Figure.tsx";
import classes from "./Reports.module.css";
import { useChoiceNames } from "./useChoiceNames.ts";
import { useFigures } from "./useFigures.ts";

/** What it all comes to, in a sentence or two. */
export function Headline({ report }: { report: Report }) {
  const { t } = useTranslation("reports");
  const { language } = useLanguage();
  const nameOf = useChoiceNames(report);
  const { count, month } = useFigures();
  const [matrix] = report.matrices;
  const row = matrix?.rows[0];
  const acted = report.load[0]?.count ?? 0;
  const told = { total: count(report.total), since: month(report.from) };
  const all = <Figure where={{ kind: "all" }} count={report.total} />;
  if (!matrix || !row)
    return (
      <p className={classes.headline}>
        <Trans
          t={t}
          i18nKey={acted > 0 ? "headlineActs" : "headlineEmpty"}
          values={{ ...told, some: count(acted) }}
          components={{ all, some: <Figure where={{ kind: "acted" }} count={acted} /> }}
        />
      </p>
    );
  const where = { kind: "choice", aspect: matrix.aspect, row: row.key } satisfies SimulationWhere;
  return (
    <p className={classes.headline}>
      <Trans
        t={t}
        i18nKey={`headline_${matrix.aspect}`}
        values={{ ...told, some: count(row.count), what: nameOf(matrix.aspect, row.key) }}
        components={{ all, some: <Figure where={where} count={row.count} /> }}
      />{" "}
      {row.same === 0 ? (
        t("headlineNone")
      ) : (
        <Trans
          t={t}
          i18nKey="headlineSame"
          values={{ same: count(row.same), after: durationWords(row.afterMs ?? 0, language) }}
          components={{ same: <Figure where={{ ...where, column: row.key }} count={row.same} /> }}
        />
      )}
    </p>
  );
}
