import { type EdgeProps, getBezierPath, getSmoothStepPath } from "@xyflow/react";
import { memo, type MouseEvent, use } from "react";
import { CanvasEditingContext } from "./CanvasEditing.ts";
import classes from "./FlowLine.module.css";
import { LineTally } from "./LineTally.tsx";
import { heatOf } from "./share.ts";
import type { LineEdge } from "./useFlowLines.ts";

/** From where on a step stands so far to the left that a curve would run behind the cards: the line goes round them. */
const room = 24;
/** The "+" stands below the line's number. */
const belowTally = 28;
const pathOf = (line: EdgeProps<LineEdge>) =>
  line.targetX < line.sourceX + room
    ? getSmoothStepPath({ ...line, borderRadius: 12, offset: room })
    : getBezierPath(line);

/** One line, with a "+" in its middle while the pointer is on it. By keyboard the same is done from the step before it. */
export const FlowLine = memo(function FlowLine(props: EdgeProps<LineEdge>) {
  const { id, data, selected } = props;
  const editing = use(CanvasEditingContext);
  const [path, x, y] = pathOf(props);
  const tally = data?.tally;
  const insert = (event: MouseEvent<SVGGElement>) => {
    event.stopPropagation();
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    if (data) editing?.onInsert(data.edge, { x: left, y: bottom }, null);
  };
  return (
    <g
      className={classes.line}
      data-selected={selected}
      data-taking={data?.taking}
      data-run={data?.run}
      data-ring={data?.ring}
      data-heat={tally ? heatOf(tally.count, tally.total) : undefined}
    >
      <path id={id} d={path} className={classes.path} />
      <path d={path} className={classes.grip} />
      {data && tally && (
        <g transform={`translate(${x} ${y})`}>
          <LineTally tally={tally} where={{ kind: "exit", node: data.edge.from, outlet: data.edge.outlet }} />
        </g>
      )}
      {editing && (
        <g
          className={`${classes.plus} nopan`}
          transform={`translate(${x} ${tally ? y + belowTally : y})`}
          onClick={insert}
        >
          <circle r={13} />
          <path d="M-5 0H5M0 -5V5" />
        </g>
      )}
    </g>
  );
});
