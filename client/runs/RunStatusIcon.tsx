import { CircleCheck, CircleMinus, CircleX, Hourglass, LoaderCircle } from "lucide-react";
import type { Step } from "#shared/engine/step.ts";
import classes from "./RunPage.module.css";

const icons = { done: CircleCheck, skipped: CircleMinus, failed: CircleX, waiting: Hourglass, running: LoaderCircle };

/** How a step went, as an icon that is named. */
export function RunStatusIcon({ status, words }: { status: Step["status"]; words: string }) {
  const Icon = icons[status];
  return (
    <span className={classes.status} data-status={status} role="img" aria-label={words} title={words}>
      <Icon size={16} aria-hidden />
    </span>
  );
}
