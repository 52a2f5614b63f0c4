import { Lock } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PastPart } from "#shared/api/backtests.ts";
import type { Speech } from "#shared/language/speech.ts";
import { exactTime, shortTime } from "../ui/times.ts";
import classes from "./PastThread.module.css";
import { pastEventWords } from "./pastEventWords.ts";

interface Props {
  title: string;
  parts: readonly PastPart[];
  /** The virtual clock, epoch milliseconds: what came later is greyed. Null: nothing is. */
  until: number | null;
  /** After what the workflow does, the talk might have gone another way. */
  altered: boolean;
  speech: Speech;
}

/** What really happened in a past conversation, with the moment that is looked at in view. */
export function PastThread({ title, parts, until, altered, speech }: Props) {
  const { t } = useTranslation("backtest");
  const box = useRef<HTMLDivElement>(null);
  const isLater = ({ at }: PastPart) => until !== null && Date.parse(at) > until;
  const known = parts.filter((part) => !isLater(part)).length;
  const later = parts.length - known;
  useEffect(() => {
    const part = box.current?.querySelectorAll("[data-part]")[known - 1];
    part?.scrollIntoView({ block: "nearest" });
  }, [known]);
  return (
    <div ref={box} className={classes.thread} role="region" aria-label={t("thread")} tabIndex={0}>
      <h2 className={classes.title}>{t("thread")}</h2>
      {title && <p className={classes.subject}>{title}</p>}
      <ol className={classes.parts}>
        {parts.slice(0, known).map((part, place) => (
          <Part key={place} part={part} speech={speech} later={false} />
        ))}
      </ol>
      {later > 0 && (
        <>
          <p className={`${classes.notYet} ${altered ? "hatched" : ""}`}>
            {altered ? t("notYetAltered") : t("notYet")}
          </p>
          <ol className={classes.parts}>
            {parts.slice(known).map((part, place) => (
              <Part key={place} part={part} speech={speech} later />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function Part({ part, speech, later }: { part: PastPart; speech: Speech; later: boolean }) {
  const { t } = useTranslation("backtest");
  const at = Date.parse(part.at);
  const when = (
    <time dateTime={part.at} title={exactTime(at, speech.language)}>
      {shortTime(at, speech.language)}
    </time>
  );
  if (part.kind === "event")
    return (
      <li className={classes.event} data-part>
        {pastEventWords(part, speech, t)} · {when}
      </li>
    );
  return (
    <li
      className={classes.message}
      data-part
      data-later={later}
      data-side={part.author?.kind === "customer" ? "left" : "right"}
    >
      <p className={classes.author}>
        <strong>{part.author?.name || t("somebody")}</strong> {when}
      </p>
      <div className={classes.bubble} data-kind={part.kind}>
        {part.kind === "note" && (
          <p className={classes.note}>
            <Lock size={12} aria-hidden />
            {t("note")}
          </p>
        )}
        {part.text}
      </div>
    </li>
  );
}
