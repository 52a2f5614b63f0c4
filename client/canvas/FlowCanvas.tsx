import "@xyflow/react/dist/base.css";
import {
  Background,
  BackgroundVariant,
  type EdgeChange,
  MiniMap,
  type NodeChange,
  type OnNodesChange,
  ReactFlow,
  ReactFlowProvider,
  type ReactFlowState,
  useStore,
} from "@xyflow/react";
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useMemo,
  useState,
} from "react";
import type { WorkflowDocument, WorkflowEdge } from "#shared/workflow/document.ts";
import { type CanvasEditing, CanvasEditingContext } from "./CanvasEditing.ts";
import type { CanvasHandle } from "./CanvasHandle.ts";
import { CanvasTools } from "./CanvasTools.tsx";
import type { Cards } from "./card.ts";
import type { FaultCount } from "./faultCount.ts";
import { fitting } from "./fitting.ts";
import classes from "./FlowCanvas.module.css";
import { FlowLine } from "./FlowLine.tsx";
import { NodeCard } from "./NodeCard.tsx";
import { positionsOf } from "./positionsOf.ts";
import { RingLines } from "./RingLines.tsx";
import type { RingMark } from "./ringMark.ts";
import type { RunPath } from "./runMark.ts";
import { type Counted, type Tallies, TallyContext } from "./tally.ts";
import { useCanvasHandle } from "./useCanvasHandle.ts";
import { useConnecting } from "./useConnecting.ts";
import { useFlowLabels } from "./useFlowLabels.ts";
import { type LineEdge, useFlowLines } from "./useFlowLines.ts";
import { type CardNode, useFlowNodes } from "./useFlowNodes.ts";
import { useMoving } from "./useMoving.ts";

export type Selection = ReadonlySet<string>;

export interface FlowCanvasProps {
  document: WorkflowDocument;
  cards: Cards;
  /** Ids of steps and lines (`lineId`). */
  selection: Selection;
  onSelection(change: (before: Selection) => Selection): void;
  ref?: Ref<CanvasHandle>;
  /** Without it the canvas is locked. */
  editing?: CanvasEditing;
  /** Whether a line may be drawn. `old`: the line it would take the place of. */
  mayConnect?(line: WorkflowEdge, old: WorkflowEdge | null): boolean;
  faults?: ReadonlyMap<string, FaultCount>;
  /** The line that a step dragged from elsewhere would be taken into. */
  taking?: string | null;
  run?: RunPath | null;
  rings?: readonly RingMark[];
  /** What a simulation counted. */
  tallies?: Tallies | null;
  onTally?(where: Counted): void;
  /** A name for the drawing. */
  label: string;
  children?: ReactNode;
}

const mapSize = { width: 168, height: 112 };
const nodeTypes = { card: NodeCard };
const edgeTypes = { line: FlowLine };
const noRings: readonly RingMark[] = [];
const addKeys = ["Shift", "Meta", "Control"];
const colourOf = ({ data }: CardNode): string =>
  data.run === "away" || !data.card.group ? "var(--sb-line)" : `var(--sb-${data.card.group})`;

/** From so far away no word can be read: cards are then drawn as plain blocks, which a big drawing moves smoothly by. */
const isFar = ({ transform: [, , zoom] }: ReactFlowState): boolean => zoom < 0.3;

/** The drawing: for editing where `editing` is given, else locked, as a run left it. */
export function FlowCanvas(props: FlowCanvasProps) {
  return (
    <ReactFlowProvider>
      <CanvasEditingContext value={props.editing ?? null}>
        <TallyContext value={props.onTally ?? null}>
          <Flow {...props} />
        </TallyContext>
      </CanvasEditingContext>
    </ReactFlowProvider>
  );
}

function Flow({
  document,
  cards,
  selection,
  onSelection,
  ref,
  editing,
  faults,
  run,
  rings = noRings,
  tallies = null,
  label,
  children,
  ...rest
}: FlowCanvasProps) {
  const locked = !editing;
  // The first step that is put on an empty canvas stays where it was put.
  const [fits] = useState(document.nodes.length > 0);
  const far = useStore(isFar);
  const canvas = useCanvasHandle();
  useImperativeHandle(ref, () => canvas, [canvas]);
  const positions = useMemo(
    () => positionsOf(document, (id) => (cards.get(id)?.exits ?? []).map((exit) => exit.id)),
    [document, cards],
  );
  const moving = useMoving(document, editing ?? null, canvas);
  const connecting = useConnecting(editing ?? null, rest.mayConnect ?? (() => false), canvas);
  const ariaLabelConfig = useFlowLabels(locked);
  const nodes = useFlowNodes({
    document,
    cards,
    positions,
    dragged: moving.dragged,
    selection,
    faults: faults ?? null,
    run: run ?? null,
    rings,
    tallies,
  });
  const taking = rest.taking ?? moving.over;
  const edges = useFlowLines({ document, cards, selection, taking, run: run ?? null, rings, tallies });

  const select = useCallback(
    (changes: readonly (NodeChange<CardNode> | EdgeChange<LineEdge>)[]) => {
      const selects = changes.filter((change) => change.type === "select");
      if (selects.length === 0) return;
      onSelection((before) => {
        const after = new Set(before);
        for (const { id, selected } of selects)
          if (selected) after.add(id);
          else after.delete(id);
        return after;
      });
    },
    [onSelection],
  );
  const { onChanges } = moving;
  const onNodesChange: OnNodesChange<CardNode> = useCallback(
    (changes) => {
      select(changes);
      onChanges(changes);
    },
    [select, onChanges],
  );
  /** Whoever comes by keyboard sees where the keyboard is. */
  const follow = ({ target }: FocusEvent<HTMLElement>) => {
    const node = target.matches(".react-flow__node:focus-visible") ? target.getAttribute("data-id") : null;
    if (node !== null) canvas.reveal(node);
  };

  /** While editing, keys belong to the editor. */
  const choose = (event: KeyboardEvent<HTMLElement>) => {
    const id = event.target instanceof Element ? event.target.getAttribute("data-id") : null;
    if (!locked || id === null || !cards.has(id) || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    onSelection(() => new Set([id]));
  };

  return (
    <section
      className={classes.canvas}
      aria-label={label}
      data-canvas
      data-far={far}
      onFocus={follow}
      onKeyDown={choose}
    >
      <ReactFlow<CardNode, LineEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={select}
        onNodeDrag={moving.onNodeDrag}
        {...(editing ? { ...connecting, onNodeClick: (_, node) => editing.onOpen(node.id) } : {})}
        ariaLabelConfig={ariaLabelConfig}
        nodesDraggable={!locked}
        nodesConnectable={!locked}
        edgesFocusable={false}
        edgesReconnectable={!locked}
        selectNodesOnDrag={false}
        multiSelectionKeyCode={locked ? null : addKeys}
        selectionKeyCode={locked ? null : "Shift"}
        deleteKeyCode={null}
        disableKeyboardA11y
        zoomOnDoubleClick={false}
        connectionRadius={28}
        minZoom={0.05}
        maxZoom={2}
        fitView={fits}
        fitViewOptions={fitting}
        attributionPosition="top-right"
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} />
        <CanvasTools />
        <MiniMap<CardNode>
          pannable
          zoomable
          style={mapSize}
          nodeColor={colourOf}
          nodeStrokeWidth={0}
          position="bottom-right"
        />
        <RingLines rings={rings} nodes={nodes} />
        {children}
      </ReactFlow>
    </section>
  );
}
