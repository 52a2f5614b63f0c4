import { NumberInput } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { Report } from "#shared/api/simulations.ts";
import { Card } from "../ui/Card.tsx";
import { useKeptText } from "../ui/useKeptText.ts";
import { Figure } from "./Figure.tsx";
import classes from "./Reports.module.css";
import { useFigures } from "./useFigures.ts";

/** What Intercom charges for a resolution by Fin, US dollars. Source: intercom.com/pricing, 2026. */
const finPrice = 0.99;

/** What Fin would cost for as many resolutions: those that are confirmed, and those that might be assumed. */
export function Money({ report: { resolved } }: { report: Report }) {
  const { t } = useTranslation("reports");
  const { count: number, money } = useFigures();
  const [kept, keep] = useKeptText("finPrice");
  const price = kept === "" ? finPrice : Number(kept);
  return (
    <Card title={t("money")}>
      <p className={classes.quiet}>{t("moneyLead")}</p>
      <NumberInput
        className={classes.price ?? ""}
        label={t("price")}
        value={price}
        onChange={(typed) => keep(typed === "" ? "" : String(typed))}
        min={0}
        step={0.01}
        decimalScale={2}
        size="xs"
      />
      <ul className={classes.pair}>
        {resolved.map(({ resolved: how, count, monthly: { perMonth, low, high } }) => (
          <li key={how}>
            <p className={classes.bandName}>{t(`resolved_${how}`)}</p>
            <p className={classes.big}>
              {perMonth === null ? t("perMonthNone") : t("moneyMonth", { money: money(perMonth * price) })}
            </p>
            {low !== null && high !== null && (
              <p>{t("moneyBetween", { low: money(low * price), high: money(high * price) })}</p>
            )}
            <p>
              <Trans
                t={t}
                i18nKey="resolvedIn"
                values={{ n: number(count) }}
                components={{ n: <Figure where={{ kind: "resolved", resolved: how }} count={count} /> }}
              />
            </p>
            <p className={classes.quiet}>{t(`resolvedHelp_${how}`)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
