import {
  CircleCheck,
  CircleHelp,
  CircleMinus,
  CircleSlash,
  CircleX,
  Hourglass,
  Info,
  LoaderCircle,
  TriangleAlert,
} from "lucide-react";
import type { CardData } from "./useFlowNodes.ts";
import classes from "./NodeCard.module.css";

const marks = {
  done: { Icon: CircleCheck, tone: classes.good },
  skipped: { Icon: CircleMinus, tone: classes.warn },
  failed: { Icon: CircleX, tone: classes.bad },
  waiting: { Icon: Hourglass, tone: classes.plain },
  parked: { Icon: CircleHelp, tone: classes.warn },
  stopped: { Icon: CircleSlash, tone: classes.plain },
  running: { Icon: LoaderCircle, tone: classes.plain },
} as const;

/** At the right of a card's head: its faults while editing, how it went in a run. The card's own name says the same in words. */
export function CardBadge({ errors, advice, run }: CardData) {
  if (run === "away") return null;
  if (run) {
    const { Icon, tone } = marks[run.status];
    return (
      <span className={`${classes.badge} ${tone}`} title={run.words}>
        <Icon size={13} aria-hidden />
        {run.badge}
      </span>
    );
  }
  if (errors > 0)
    return (
      <span className={`${classes.badge} ${classes.warn}`}>
        <TriangleAlert size={13} aria-hidden />
        {errors}
      </span>
    );
  if (advice > 0)
    return (
      <span className={`${classes.badge} ${classes.plain}`}>
        <Info size={13} aria-hidden />
        {advice}
      </span>
    );
  return null;
}
