import type { WorkflowSummary } from "#shared/api/workflows.ts";
import classes from "./WeekBars.module.css";

const height = 26;
const barWidth = 8;
const step = 11;

/** Seven days as bars, failed runs at the foot of each. The words beside it say the same, so it is hidden from readers. */
export function WeekBars({ week }: { week: WorkflowSummary["week"] }) {
  const most = Math.max(1, ...week.map(({ runs }) => runs));
  const tall = (count: number) => (count === 0 ? 0 : Math.max(3, (count / most) * height));
  return (
    <svg width={step * 7 - 3} height={height + 1} aria-hidden>
      {week.map(({ day, runs, failed }, place) => (
        <g key={day}>
          <rect className={classes.base} x={place * step} y={height} width={barWidth} height={1} />
          <rect
            className={classes.runs}
            x={place * step}
            y={height - tall(runs)}
            width={barWidth}
            height={tall(runs)}
            rx={1.5}
          />
          <rect
            className={classes.failed}
            x={place * step}
            y={height - tall(failed)}
            width={barWidth}
            height={tall(failed)}
            rx={1.5}
          />
        </g>
      ))}
    </svg>
  );
}
