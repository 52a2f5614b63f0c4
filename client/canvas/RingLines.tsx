import { ViewportPortal } from "@xyflow/react";
import { cardWidth } from "./cardSize.ts";
import classes from "./RingLines.module.css";
import type { RingMark } from "./ringMark.ts";
import type { CardNode } from "./useFlowNodes.ts";

/** How far below the lowest card of a ring the line runs that closes it, and how far below the one before. */
const below = 40;
const between = 34;
const corner = 12;
/** Half the width of its arrow head. */
const head = 5;

interface Props {
  rings: readonly RingMark[];
  nodes: readonly CardNode[];
}

/** The lines that are not drawn but happen: from a step that starts the workflow again, back to its trigger. */
export function RingLines({ rings, nodes }: Props) {
  const cards = new Map(nodes.map((node) => [node.id, node]));
  return (
    <ViewportPortal>
      {rings.map(({ steps, label }, place) => {
        const all = steps.flatMap((step) => cards.get(step) ?? []);
        const [first, last] = [all[0], all.at(-1)];
        if (!first || !last) return null;
        const bottomOf = ({ position, height = 0 }: CardNode) => position.y + height;
        const y = Math.max(...all.map(bottomOf)) + below + place * between;
        const [to, from] = [first.position.x + cardWidth / 2, last.position.x + cardWidth / 2];
        const top = bottomOf(first);
        const turn = to < from ? corner : -corner;
        return (
          <div key={steps.join(" ")} className={classes.ring}>
            <svg className={classes.drawing} aria-hidden>
              <path
                className={classes.line}
                d={`M${from} ${bottomOf(last)}V${y - corner}Q${from} ${y} ${from - turn} ${y}H${to + turn}Q${to} ${y} ${to} ${y - corner}V${top + head}`}
              />
              <path className={classes.head} d={`M${to} ${top}l${-head} ${head * 2}h${head * 2}z`} />
            </svg>
            <span className={classes.label} style={{ left: (from + to) / 2, top: y }}>
              {label}
            </span>
          </div>
        );
      })}
    </ViewportPortal>
  );
}
