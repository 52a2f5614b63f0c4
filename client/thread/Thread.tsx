import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ThreadPart } from "#shared/api/conversations.ts";
import { Part } from "./Part.tsx";
import classes from "./Thread.module.css";

interface Props {
  parts: readonly ThreadPart[];
  /** It is over: read from its beginning, with the days on which things were said. */
  past?: boolean;
}

/** A conversation as the team's inbox shows it, with the newest in view. */
export function Thread({ parts, past = false }: Props) {
  const { t } = useTranslation("thread");
  const box = useRef<HTMLDivElement>(null);
  const newest = parts.at(-1)?.id;
  useEffect(() => {
    if (!past) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [newest, past]);
  return (
    <div ref={box} className={classes.thread} role={past ? "region" : "log"} aria-label={t("thread")} tabIndex={0}>
      <ol className={classes.parts}>
        {parts.map((part) => (
          <Part key={part.id} part={part} past={past} />
        ))}
      </ol>
    </div>
  );
}
