import { Circle, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Hook } from "#shared/api/hooks.ts";
import { Callout } from "../../ui/Callout.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import classes from "./Hooks.module.css";

/** Whether a call has come, and why the last one was not taken. */
export function LastCall({ hook: { lastCall, lastRefused } }: { hook: Hook }) {
  const { t } = useTranslation("hooks");
  return (
    <>
      <p className={classes.state} data-came={lastCall !== null} role="status">
        {lastCall ? <CircleCheck size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
        {lastCall ? (
          <span>
            {t("lastCall")} <RelativeTime at={lastCall.at} />
          </span>
        ) : (
          t("waiting")
        )}
      </p>
      {lastRefused && (
        <div className={classes.refused} role="status">
          <Callout tone="warn" title={t("refused")}>
            <p>{t(`refused_${lastRefused.why}`)}</p>
            <RelativeTime at={lastRefused.at} />
          </Callout>
        </div>
      )}
    </>
  );
}
