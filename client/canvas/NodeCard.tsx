import { Handle, type NodeProps, Position } from "@xyflow/react";
import { CircleHelp, Plus, StickyNote } from "lucide-react";
import { memo, type MouseEvent, use } from "react";
import { useTranslation } from "react-i18next";
import { NodeIcon } from "../ui/NodeIcon.tsx";
import { CanvasEditingContext } from "./CanvasEditing.ts";
import type { Exit } from "./card.ts";
import { CardBadge } from "./CardBadge.tsx";
import classes from "./NodeCard.module.css";
import { TallyPill } from "./TallyPill.tsx";
import type { CardNode } from "./useFlowNodes.ts";

/** One step, whatever its kind: editable, or as a run left it. */
export const NodeCard = memo(function NodeCard({ data, selected }: NodeProps<CardNode>) {
  const { card, errors, ring, run, tally } = data;
  const locked = use(CanvasEditingContext) === null;
  const away = run === "away";
  const handle = `${classes.handle} ${locked ? classes.locked : ""}`;
  return (
    <div
      className={`${classes.card} ${away ? classes.faded : ""}`}
      data-group={card.group}
      data-selected={selected}
      data-faulty={errors > 0}
      data-ring={ring}
      data-dead={tally?.count === 0}
      data-run={run === null ? undefined : away ? "away" : run.status}
    >
      {card.kind !== "trigger" && (
        <Handle
          type="target"
          position={Position.Left}
          className={`${handle} ${classes.target}`}
          isConnectable={!locked}
        />
      )}
      {card.note !== null && (
        <p className={classes.note} title={card.note}>
          <StickyNote size={12} aria-hidden />
          <span>{card.note}</span>
        </p>
      )}
      {tally && (
        <TallyPill
          className={classes.tally}
          count={tally.count}
          total={tally.total}
          where={{ kind: "node", node: card.id }}
        />
      )}
      <div className={classes.head}>
        <span className={classes.icon}>
          {card.icon ? <NodeIcon name={card.icon} size={18} /> : <CircleHelp size={18} aria-hidden />}
        </span>
        <span className={classes.name} title={card.name}>
          {card.name}
        </span>
        <CardBadge {...data} />
      </div>
      <div className={`${classes.sentence} ${card.quiet && !run ? classes.quiet : ""}`}>
        {run && !away ? run.sentence : card.sentence}
      </div>
      {card.exits.length > 1 ? (
        <ul className={classes.exits}>
          {card.exits.map((exit, place) => (
            <li
              key={exit.id}
              className={classes.exit}
              data-gone={exit.gone}
              data-taken={run !== null && !away && run.outlet === exit.id}
            >
              <span className={classes.exitLabel}>{exit.label}</span>
              {tally && !exit.gone && !data.joined.includes(`:${exit.id}:`) && (
                <TallyPill
                  className={classes.exitTally}
                  count={tally.exits[place] ?? 0}
                  total={tally.total}
                  where={{ kind: "exit", node: card.id, outlet: exit.id }}
                />
              )}
              <ExitHandle data={data} exit={exit} className={handle} locked={locked} />
            </li>
          ))}
        </ul>
      ) : (
        card.exits.map((exit) => (
          <div key={exit.id} className={classes.single}>
            <ExitHandle data={data} exit={exit} className={handle} locked={locked} />
          </div>
        ))
      )}
    </div>
  );
});

interface ExitProps {
  data: CardNode["data"];
  exit: Exit;
  className: string;
  locked: boolean;
}

function ExitHandle({ data: { card, joined }, exit, className, locked }: ExitProps) {
  const { t } = useTranslation("editor");
  const editing = use(CanvasEditingContext);
  const insert = (event: MouseEvent<HTMLButtonElement>) => {
    event.stopPropagation();
    const { left, bottom } = event.currentTarget.getBoundingClientRect();
    editing?.onInsert({ from: card.id, outlet: exit.id }, { x: left, y: bottom }, null);
  };
  const open = editing && !exit.gone && !joined.includes(`:${exit.id}:`);
  return (
    <>
      <Handle type="source" position={Position.Right} id={exit.id} className={className} isConnectable={!locked} />
      {open && (
        <button
          type="button"
          tabIndex={-1}
          className={`${classes.plus} nodrag nopan nokey`}
          aria-label={
            card.exits.length > 1
              ? t("addAfterExit", { step: card.name, exit: exit.label })
              : t("addAfter", { step: card.name })
          }
          onClick={insert}
        >
          <Plus size={16} aria-hidden />
        </button>
      )}
    </>
  );
}
