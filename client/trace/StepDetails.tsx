import { useTranslation } from "react-i18next";
import type { LogEntry } from "#shared/engine/step.ts";
import type { Effect } from "#shared/nodes/effect.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { durationWords, exactTime } from "../ui/times.ts";
import classes from "./Trace.module.css";

/** The exact requests and answers, for whoever has to look closer. The one place with technical text. */
export function StepDetails({ log, imagined }: { log: readonly LogEntry[]; imagined: boolean }) {
  const { t } = useTranslation("runTrace");
  return (
    <details className={classes.details}>
      <summary>{t("details")}</summary>
      {log.map((entry) => (
        <Entry key={entry.seq} entry={entry} imagined={imagined} />
      ))}
    </details>
  );
}

function Entry({ entry: { effect, outcome, intendedAt }, imagined }: { entry: LogEntry; imagined: boolean }) {
  const { t } = useTranslation("runTrace");
  const { language, pick } = useLanguage();
  // A read asks for something that is there; anything else was neither sent nor answered.
  const assumed = imagined && effect.type !== "read";
  const asked: Record<Effect["type"], string> = {
    request: effect.type === "request" ? `${effect.method} ${effect.path}` : "",
    read: effect.type === "read" ? t("read", { what: t(`scope_${effect.scope}`), id: effect.id }) : "",
    wait:
      effect.type === "wait"
        ? t("waitsFor", { at: effect.until === null ? "" : exactTime(effect.until, language) })
        : "",
    turn: t("turn"),
    row: t("row"),
    count: t("count"),
    call: t("called"),
    delay: effect.type === "delay" ? t("until", { at: exactTime(effect.until, language) }) : "",
  };
  return (
    <div className={classes.entry}>
      <p className={classes.asked}>{asked[effect.type]}</p>
      {effect.type === "request" && effect.body !== undefined && (
        <Code label={t(assumed ? "notSent" : "sent")} json={effect.body} />
      )}
      {outcome === null && <p className={classes.quiet}>{t("noAnswer")}</p>}
      {outcome?.ok && (effect.type === "request" || effect.type === "read") && (
        <Code label={t(assumed ? "assumed" : "answered")} json={outcome.answer} />
      )}
      {outcome && !outcome.ok && (
        <p className={classes.reason}>
          {outcome.error.status === undefined ? "" : `${outcome.error.status} · `}
          {outcome.error.detail ?? pick(outcome.error.what)}
        </p>
      )}
      {outcome && !imagined && <p className={classes.quiet}>{durationWords(outcome.at - intendedAt, language)}</p>}
    </div>
  );
}

/** Scrolls by itself, so the keyboard has to reach it. */
function Code({ label, json }: { label: string; json: unknown }) {
  return (
    <div>
      <p className={classes.quiet}>{label}</p>
      <pre className={classes.code} tabIndex={0} role="group" aria-label={label}>
        {JSON.stringify(json, null, 2)}
      </pre>
    </div>
  );
}
