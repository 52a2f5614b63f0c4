import { Trans, useTranslation } from "react-i18next";
import type { Report } from "#shared/api/simulations.ts";
import { Card } from "../ui/Card.tsx";
import { Callout } from "../ui/Callout.tsx";
import { Figure } from "./Figure.tsx";
import { useFigures } from "./useFigures.ts";

/** Whether what the first part of the archive tells was true of the last. */
export function OverTime({ report: { outOfTime } }: { report: Report }) {
  const { t } = useTranslation("reports");
  const { count, day, percent, share } = useFigures();
  if (!outOfTime)
    return (
      <Card title={t("outOfTime")}>
        <p>{t("outOfTimeNone")}</p>
      </Card>
    );
  const { first, last, low, high, holds, month, splitAt } = outOfTime;
  const range = { low: percent(low), high: percent(high) };
  const foretold = month.foretold;
  return (
    <Card title={t("outOfTime")}>
      <p>
        <Trans
          t={t}
          i18nKey="outOfTimeShares"
          values={{
            split: day(splitAt),
            first: count(first.same),
            firstShare: share(first.same, first.known),
            last: count(last.same),
            lastShare: share(last.same, last.known),
          }}
          components={{
            first: <Figure where={{ kind: "part", part: "first", same: true }} count={first.same} />,
            last: <Figure where={{ kind: "part", part: "last", same: true }} count={last.same} />,
          }}
        />
      </p>
      <Callout tone={holds ? "good" : "warn"} title={holds ? t("outOfTimeHolds", range) : t("outOfTimeFails", range)} />
      {month.holds !== null && month.last !== null && foretold.low !== null && foretold.high !== null && (
        <Callout
          tone={month.holds ? "good" : "warn"}
          title={t(month.holds ? "monthHolds" : "monthFails", {
            low: count(Math.floor(foretold.low)),
            high: count(Math.ceil(foretold.high)),
            found: count(month.last),
          })}
        />
      )}
    </Card>
  );
}
