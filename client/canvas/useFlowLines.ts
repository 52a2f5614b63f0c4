import type { Edge } from "@xyflow/react";
import { useMemo, useState } from "react";
import type { WorkflowDocument, WorkflowEdge } from "#shared/workflow/document.ts";
import type { Cards } from "./card.ts";
import { lineId } from "./lineId.ts";
import { isInRing, type RingMark } from "./ringMark.ts";
import type { RunPath } from "./runMark.ts";
import { type LineTally, lineTally, type Tallies } from "./tally.ts";

export interface LineData extends Record<string, unknown> {
  edge: WorkflowEdge;
  /** A step that is dragged would be taken into this line. */
  taking: boolean;
  run: "taken" | "away" | null;
  /** It leads from one step of a ring to the next. */
  ring: boolean;
  /** How many went along it in the simulation; null without one. */
  tally: LineTally | null;
}
export type LineEdge = Edge<LineData, "line">;

interface Given {
  document: WorkflowDocument;
  cards: Cards;
  selection: ReadonlySet<string>;
  /** The line that a dragged step would be taken into. */
  taking: string | null;
  run: RunPath | null;
  rings: readonly RingMark[];
  tallies: Tallies | null;
}

/** React Flow's edges; one that has not changed is the same object. Lines that lead nowhere cannot be drawn: faults tell of them. */
export function useFlowLines({ document, cards, selection, taking, run, rings, tallies }: Given): LineEdge[] {
  const [kept] = useState(() => new Map<string, LineEdge>());
  return useMemo(() => {
    const drawn = new Set<string>();
    return document.edges.flatMap((edge) => {
      const id = lineId(edge);
      const target = cards.get(edge.to);
      // Two lines from one exit can only come with an imported drawing: the first is shown, the fault names the place.
      if (!cards.has(edge.from) || !target || target.kind === "trigger" || drawn.has(id)) return [];
      drawn.add(id);
      const selected = selection.has(id);
      const way = run ? (run.lines.has(id) ? "taken" : "away") : null;
      const ring = isInRing(rings, edge.from, edge.to);
      const before = kept.get(id);
      const tally = lineTally(tallies, id, before?.data?.tally ?? null);
      const same =
        before?.data?.edge === edge &&
        before.selected === selected &&
        before.data.taking === (taking === id) &&
        before.data.ring === ring &&
        before.data.tally === tally &&
        before.data.run === way;
      if (before && same) return before;
      const line: LineEdge = {
        id,
        type: "line",
        source: edge.from,
        sourceHandle: edge.outlet,
        target: edge.to,
        selected,
        selectable: run === null,
        // What a line joins is said by the "Connect to" menu of its step; the picture itself says nothing to a screen reader.
        domAttributes: { "aria-hidden": true, "aria-roledescription": undefined },
        data: { edge, taking: taking === id, run: way, ring, tally },
      };
      kept.set(id, line);
      return line;
    });
  }, [document.edges, cards, selection, taking, run, rings, tallies, kept]);
}
