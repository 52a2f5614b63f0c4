import { CircleCheck, CirclePause, Clock, LoaderCircle, type LucideIcon, OctagonAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Import } from "#shared/api/archive.ts";
import classes from "./Imports.module.css";

const icons: Record<Import["state"], LucideIcon> = {
  running: LoaderCircle,
  waiting: Clock,
  stopped: CirclePause,
  failed: OctagonAlert,
  done: CircleCheck,
};

/** How an import stands: an icon and a word. */
export function ImportState({ state }: Pick<Import, "state">) {
  const { t } = useTranslation("archive");
  const Icon = icons[state];
  return (
    <span className={classes.state} data-state={state} role="status">
      <Icon size={14} aria-hidden />
      {t(`state_${state}`)}
    </span>
  );
}
