import { useTranslation } from "react-i18next";
import type { Report } from "#shared/api/simulations.ts";
import { Card } from "../ui/Card.tsx";
import { Figure } from "./Figure.tsx";
import classes from "./Reports.module.css";
import { useFigures } from "./useFigures.ts";

/** How sure the forecast is: one bar, in which what is unknown is hatched, and each part in words. */
export function Bands({ report: { forecast } }: { report: Report }) {
  const { t } = useTranslation("reports");
  const { perMonth } = useFigures();
  const all = forecast.bands.reduce((sum, { count }) => sum + count, 0);
  const hasInterval = forecast.bands.some(({ monthly }) => monthly.low !== null);
  return (
    <Card title={t("forecast")}>
      <p className={classes.quiet}>{t("forecastLead")}</p>
      {all > 0 && (
        <div className={classes.bar} aria-hidden>
          {forecast.bands.map(
            ({ band, count }) =>
              count > 0 && <span key={band} data-band={band} style={{ flexGrow: count, flexBasis: 0 }} />,
          )}
        </div>
      )}
      <ul className={classes.bands}>
        {forecast.bands.map(({ band, count, monthly }) => (
          <li key={band}>
            <span className={classes.swatch} data-band={band} aria-hidden />
            <div>
              <p className={classes.bandName}>
                {t(`band_${band}`)} <Figure where={{ kind: "band", band }} count={count} />
              </p>
              <p className={classes.quiet}>{t(`bandHelp_${band}`)}</p>
              <p>{perMonth(monthly)}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>{hasInterval ? t("interval", { weeks: forecast.weeks }) : t("intervalNone")}</p>
    </Card>
  );
}
