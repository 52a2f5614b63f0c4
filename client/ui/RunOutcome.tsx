import { CircleCheck, CircleHelp, CircleSlash, CircleX, Hourglass, LoaderCircle, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { RunStatus } from "#shared/api/runs.ts";
import classes from "./RunOutcome.module.css";

const icons: Record<RunStatus, LucideIcon> = {
  running: LoaderCircle,
  waiting: Hourglass,
  parked: CircleHelp,
  done: CircleCheck,
  failed: CircleX,
  stopped: CircleSlash,
};

/** How a run stands: an icon, a colour and a word. */
export function RunOutcome({ status }: { status: RunStatus }) {
  const { t } = useTranslation("runs");
  const Icon = icons[status];
  return (
    <span className={classes.outcome} data-status={status}>
      <Icon size={16} aria-hidden />
      {t(status)}
    </span>
  );
}
