import { type EdgeProps, getBezierPath, getSmoothStepPath } from "@xyflow/react";
import { memo, type MouseEvent, use } from "react";
import { CanvasEditingContext } from "./CanvasEditing.ts";
import classes from "./FlowLine.module.css";
import type { LineEdge } from "./useFlowLines.ts";

/** From where on a step stands so far to the left that a curve would run behind the cards: the line goes round them. */
const room = 24;
const pathOf = (line: EdgeProps<LineEdge>) =>
  line.targetX < line.sourceX + room
    ? getSmoothStepPath({ ...line, borderRadius: 12, offset: room })
    : getBezierPath(line);

/** One line, with a "+" in its middle while the pointer is on it. By keyboard the same is done from the step before it. */
export const FlowLine = memo(function FlowLine(props: EdgeProps<LineEdge>) {
  const { id, data, selected } = props;
  const editing = use(CanvasEditingContext);
  const [path, x, y] = pathOf(props);
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
    >
      <path id={id} d={path} className={classes.path} />
      <path d={path} className={classes.grip} />
      {editing && (
        <g className={`${classes.plus} nopan`} transform={`translate(${x} ${y})`} onClick={insert}>
          <circle r={13} />
          <path d="M-5 0H5M0 -5V5" />
        </g>
      )}
    </g>
  );
});
