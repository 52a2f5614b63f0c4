import { useTranslation } from "react-i18next";
import type { ServerFault } from "#shared/api/serverStatus.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "../ui/Callout.tsx";
import classes from "./Status.module.css";

/** That everything is as it should be; or what is not, where, and what to do. */
export function Faults({ faults }: { faults: readonly ServerFault[] }) {
  const { t } = useTranslation("status");
  const { pick } = useLanguage();
  return (
    <div role="status">
      {faults.length === 0 ? (
        <Callout tone="good" title={t("allGood")} />
      ) : (
        <ul className={classes.faults}>
          {faults.map(({ code, grave, what, where, todo }) => (
            <li key={code}>
              <Callout tone={grave ? "bad" : "warn"} title={pick(what)}>
                <p className={classes.where}>{t("where", { where: pick(where) })}</p>
                <p>{pick(todo)}</p>
              </Callout>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
