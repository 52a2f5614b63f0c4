import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { InboxConversation } from "#shared/api/conversations.ts";
import { Part } from "./Part.tsx";
import classes from "./Thread.module.css";

/** A conversation as the team's inbox shows it, with the newest in view. */
export function Thread({ conversation: { parts } }: { conversation: InboxConversation }) {
  const { t } = useTranslation("conversations");
  const box = useRef<HTMLDivElement>(null);
  const newest = parts.at(-1)?.id;
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [newest]);
  return (
    <div ref={box} className={classes.thread} role="log" aria-label={t("thread")} tabIndex={0}>
      <ol className={classes.parts}>
        {parts.map((part) => (
          <Part key={part.id} part={part} />
        ))}
      </ol>
    </div>
  );
}
