import { Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Import } from "#shared/api/archive.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "../ui/Callout.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { ImportActions } from "./ImportActions.tsx";
import { ImportState } from "./ImportState.tsx";
import classes from "./Imports.module.css";
import { progressWords } from "./importWords.ts";

/** One import: how far it has got, what can already be used, what was left out, and what can be done with it. */
export function ImportRow({ import: given, alone = false }: { import: Import; alone?: boolean }) {
  const { t } = useTranslation("archive");
  const { language, pick } = useLanguage();
  const { id, name, state, trouble, share, holds, leftOut, remarked, startedAt } = given;
  const isUnderWay = state === "running" || state === "waiting";
  const page = `/archive/imports/${id}`;
  const found = `/archive?import=${encodeURIComponent(id)}`;
  return (
    <div className={classes.import}>
      <div className={classes.line}>
        {!alone && (
          <Link className={classes.name} to={page}>
            {name}
          </Link>
        )}
        <ImportState state={state} />
        <span className={classes.quiet}>
          {t(`source_${given.source}`)} · <RelativeTime at={startedAt} />
        </span>
        <span className={classes.end}>
          <ImportActions import={given} />
        </span>
      </div>
      {state !== "done" && (
        <Progress
          value={share === null ? 100 : share * 100}
          animated={state === "running" && share === null}
          color={state === "failed" ? "red.9" : state === "running" ? "indigo" : "gray"}
          aria-label={t("progressOf", { name })}
        />
      )}
      <p className={`${classes.words} tabular`}>{progressWords(given, language, t).join(" · ")}</p>
      {trouble && (
        <Callout tone={state === "waiting" ? "warn" : "bad"} title={pick(trouble.what)}>
          <p>{pick(trouble.todo)}</p>
        </Callout>
      )}
      <p className={classes.links}>
        {holds > 0 && (
          <Link to={found}>{isUnderWay ? t("usable", { count: holds }) : t("read", { count: holds })}</Link>
        )}
        {!alone && leftOut > 0 && <Link to={page}>{t("leftOut", { count: leftOut })}</Link>}
        {!alone && remarked > 0 && <Link to={page}>{t("remarked", { count: remarked })}</Link>}
      </p>
    </div>
  );
}
