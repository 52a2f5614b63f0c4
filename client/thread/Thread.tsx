import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadPart } from "#shared/api/conversations.ts";
import { Part } from "./Part.tsx";
import classes from "./Thread.module.css";

/** A moment of a past conversation. */
export interface Until {
  /** Epoch milliseconds: what came later is set apart. */
  at: number;
  /** After what a workflow would have done, the talk might have gone another way. */
  altered: boolean;
}

interface Props {
  parts: readonly ThreadPart[];
  title?: string | undefined;
  subject?: string | undefined;
  /** It is over: read from its beginning, with the days on which things were said. */
  past?: boolean;
  /** Null: all of it is to be read alike. */
  until?: Until | undefined;
}

/** A conversation as the team's inbox shows it, with the newest in view, or the moment that is looked at. */
export function Thread({ parts, title, subject, past = false, until }: Props) {
  const { t } = useTranslation("thread");
  const box = useRef<HTMLDivElement>(null);
  const newest = parts.at(-1)?.id;
  const known = until ? parts.filter(({ at }) => Date.parse(at) <= until.at).length : parts.length;
  useEffect(() => {
    if (!past) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [newest, past]);
  useEffect(() => {
    if (until) box.current?.querySelectorAll("[data-part]")[known - 1]?.scrollIntoView({ block: "nearest" });
  }, [known, until]);
  const some = (from: number, to: number) => (
    <ol className={classes.parts}>
      {parts.slice(from, to).map((part) => (
        <Part key={part.id} part={part} past={past} later={from > 0} />
      ))}
    </ol>
  );
  return (
    <div
      ref={box}
      className={classes.thread}
      role={past ? "region" : "log"}
      aria-label={title ?? t("thread")}
      tabIndex={0}
    >
      {title && <h2 className={classes.title}>{title}</h2>}
      {subject && <p className={classes.subject}>{subject}</p>}
      {some(0, known)}
      {until && known < parts.length && (
        <>
          <p className={`${classes.notYet} ${until.altered ? "hatched" : ""}`}>
            {until.altered ? t("notYetAltered") : t("notYet")}
          </p>
          {some(known, parts.length)}
        </>
      )}
    </div>
  );
}
