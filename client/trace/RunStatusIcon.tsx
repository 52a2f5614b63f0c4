import { CircleCheck, CircleHelp, CircleMinus, CircleSlash, CircleX, Hourglass, LoaderCircle } from "lucide-react";
import type { RunMark } from "../canvas/runMark.ts";
import classes from "./RunStatusIcon.module.css";

const icons = {
  done: CircleCheck,
  skipped: CircleMinus,
  failed: CircleX,
  waiting: Hourglass,
  parked: CircleHelp,
  running: LoaderCircle,
  stopped: CircleSlash,
};

/** How a step went, as an icon that is named. */
export function RunStatusIcon({ status, words }: { status: RunMark["status"]; words: string }) {
  const Icon = icons[status];
  return (
    <span className={classes.status} data-status={status} role="img" aria-label={words} title={words}>
      <Icon size={16} aria-hidden />
    </span>
  );
}
