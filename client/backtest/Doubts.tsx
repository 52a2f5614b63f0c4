import { CircleHelp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Doubt } from "#shared/api/backtests.ts";
import classes from "./Doubts.module.css";

/** Why something of a simulated run is not known; nothing where all is. */
export function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const { t } = useTranslation("backtest");
  if (doubts.length === 0) return null;
  return (
    <span className={classes.doubts}>
      {doubts.map((doubt) => (
        <span key={doubt} className={`${classes.doubt} hatched`}>
          <CircleHelp size={12} aria-hidden />
          {t("unknown")}: {t(`doubt_${doubt}`)}
        </span>
      ))}
    </span>
  );
}
