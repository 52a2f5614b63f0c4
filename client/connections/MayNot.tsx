import { useTranslation } from "react-i18next";
import type { Workspace } from "#shared/api/connection.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "../ui/Callout.tsx";
import classes from "./Connections.module.css";

/** What a token may not do, and what to do about it; or that it may do all that is needed. */
export function MayNot({ missing }: Pick<Workspace, "missing">) {
  const { t } = useTranslation("connections");
  const { pick } = useLanguage();
  if (missing.length === 0) return <p>{t("mayAll")}</p>;
  return (
    <Callout tone="warn" title={t("mayNot")}>
      <ul className={classes.missing}>
        {missing.map((text) => (
          <li key={text.en}>{pick(text)}</li>
        ))}
      </ul>
      <p>{t("mayNotDo")}</p>
    </Callout>
  );
}
