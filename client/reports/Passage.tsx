import { Trans, useTranslation } from "react-i18next";
import type { Report } from "#shared/api/simulations.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "../ui/Card.tsx";
import { Counts } from "./Counts.tsx";
import { Figure } from "./Figure.tsx";
import classes from "./Reports.module.css";
import { useFigures } from "./useFigures.ts";
import { useStepNames } from "./useStepNames.ts";

/** Who would have been let in and who not, which branches they would have taken, and what would have been done by kind of step. */
export function Passage({ report, document }: { report: Report; document: WorkflowDocument }) {
  const { t } = useTranslation("reports");
  const { pick } = useLanguage();
  const { count } = useFigures();
  const { stepOf, exitOf, kindOf } = useStepNames(document);
  const { total, entered, failed, notEntered, doubts } = report;
  const branches = report.exits
    .map((exit) => ({ ...exit, label: exitOf(exit.node, exit.outlet) }))
    .filter(({ label }) => label !== "");
  const unknowns = [
    ...doubts.map(({ doubt, count: number }) => ({
      key: doubt,
      figure: <Figure where={{ kind: "doubt", doubt }} count={number} />,
      words: t(`doubt_${doubt}`),
    })),
    ...(failed > 0
      ? [{ key: "failed", figure: <Figure where={{ kind: "failed" }} count={failed} />, words: t("failed") }]
      : []),
  ];
  return (
    <div className={classes.columns}>
      <Card title={t("entered")}>
        <p>
          <Trans
            t={t}
            i18nKey="enteredIn"
            values={{ n: count(entered), out: count(total - entered) }}
            components={{
              in: <Figure where={{ kind: "entered" }} count={entered} />,
              out: <Figure where={{ kind: "notEntered" }} count={total - entered} />,
            }}
          />
        </p>
        <Counts
          lines={notEntered.map(({ why, count: number }) => ({
            key: why?.en ?? "",
            figure: <Figure where={{ kind: "notEntered", why: why?.en ?? null }} count={number} />,
            words: why ? pick(why) : t("notEnteredNothing"),
          }))}
        />
        {unknowns.length > 0 && <p className={classes.bandName}>{t("doubts")}</p>}
        <Counts lines={unknowns} />
      </Card>
      {branches.length > 0 && (
        <Card title={t("branches")}>
          <Counts
            lines={branches.map(({ node, outlet, label, count: number }) => ({
              key: `${node} ${outlet}`,
              figure: <Figure where={{ kind: "exit", node, outlet }} count={number} />,
              words: t("exit", { step: stepOf(node), exit: label }),
            }))}
          />
        </Card>
      )}
      {report.acts.length > 0 && (
        <Card title={t("steps")}>
          <Counts
            lines={report.acts.map(({ type, count: number }) => ({
              key: type,
              figure: <Figure where={{ kind: "act", type }} count={number} />,
              words: kindOf(type),
            }))}
          />
        </Card>
      )}
    </div>
  );
}
