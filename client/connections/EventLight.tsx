import { Circle, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConnectionStatus } from "#shared/api/connection.ts";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { useNow } from "../ui/useNow.ts";
import classes from "./Connections.module.css";

const freshMs = 3_600_000;

/** Whether events come in: green when one came within the last hour, and always in words. */
export function EventLight({ lastEvent }: Pick<ConnectionStatus, "lastEvent">) {
  const { t } = useTranslation("connections");
  const now = useNow();
  const fresh = lastEvent !== null && now - Date.parse(lastEvent.at) < freshMs;
  return (
    <p className={fresh ? classes.good : classes.quiet} role="status">
      {fresh ? <CircleCheck size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
      {lastEvent === null ? (
        t("lightNever")
      ) : (
        <span>
          {fresh ? t("lightFresh") : t("lightOld")} <RelativeTime at={lastEvent.at} />
        </span>
      )}
    </p>
  );
}
