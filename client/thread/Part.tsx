import { Bot, Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ThreadPart } from "#shared/api/conversations.ts";
import { DayTime } from "../ui/DayTime.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { authorName, eventWords } from "./eventWords.ts";
import classes from "./Part.module.css";

/** One part of a thread: the customer at the left, the team at the right, notes tinted, events as quiet lines. */
export function Part({ part, past, later = false }: { part: ThreadPart; past: boolean; later?: boolean }) {
  const { t } = useTranslation("thread");
  const when = past ? <DayTime at={part.at} /> : <RelativeTime at={part.at} />;
  if (part.kind === "event")
    return (
      <li className={classes.event} data-part>
        {eventWords(part, t)} · {when}
        {part.text && <span className={classes.remark}>{part.text}</span>}
      </li>
    );
  return (
    <li
      className={classes.message}
      data-part
      data-later={later}
      data-side={part.author.kind === "customer" ? "left" : "right"}
    >
      <p className={classes.author}>
        {part.author.kind === "bot" && <Bot size={14} aria-label={t("bot")} />}
        <strong>{authorName(part, t)}</strong>
        {when}
      </p>
      <div className={classes.bubble} data-kind={part.kind} dir="auto">
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
