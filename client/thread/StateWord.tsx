import { CircleCheck, CircleDot, Clock, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConversationSummary } from "#shared/api/conversations.ts";
import classes from "./StateWord.module.css";

const icons: Record<ConversationSummary["state"], LucideIcon> = {
  open: CircleDot,
  closed: CircleCheck,
  snoozed: Clock,
};

/** Open, closed or snoozed: an icon and a word. */
export function StateWord({ state }: Pick<ConversationSummary, "state">) {
  const { t } = useTranslation("thread");
  const Icon = icons[state];
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={14} aria-hidden />
      {t(state)}
    </span>
  );
}
