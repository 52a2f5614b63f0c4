import { type Node, type NodeHandle, Position } from "@xyflow/react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Card, Cards } from "./card.ts";
import { cardHeight, cardWidth, exitMiddle, handleSize, headHeight } from "./cardSize.ts";
import { drawingOrder } from "./drawingOrder.ts";
import type { FaultCount } from "./faultCount.ts";
import type { Point } from "./positionsOf.ts";
import type { RingMark } from "./ringMark.ts";
import type { RunMark, RunPath } from "./runMark.ts";
import { type CardTally, cardTally, type Tallies } from "./tally.ts";
import { useTallyWords } from "./useTallyWords.ts";

export interface CardData extends Record<string, unknown> {
  card: Card;
  /** Ids of the exits that a line leaves from, joined by colons: compared by value. */
  joined: string;
  errors: number;
  advice: number;
  /** Part of a ring: steps that start each other round and round. */
  ring: boolean;
  /** Null while editing; "away" for a step that the run did not come to. */
  run: RunMark | "away" | null;
  /** What a simulation counted here; null without one. */
  tally: CardTally | null;
}
export type CardNode = Node<CardData, "card">;

interface Given {
  document: WorkflowDocument;
  cards: Cards;
  positions: ReadonlyMap<string, Point>;
  /** Where cards are while they are dragged. */
  dragged: ReadonlyMap<string, Point>;
  selection: ReadonlySet<string>;
  faults: ReadonlyMap<string, FaultCount> | null;
  run: RunPath | null;
  rings: readonly RingMark[];
  tallies: Tallies | null;
}

type Ingredients = readonly [
  card: Card,
  joined: string,
  errors: number,
  advice: number,
  ring: boolean,
  run: RunMark | "away" | null,
  tally: CardTally | null,
  x: number,
  y: number,
  selected: boolean,
  label: string,
];

const none: FaultCount = { errors: 0, advice: 0 };
const origin: Point = { x: 0, y: 0 };

/** React Flow's nodes. One whose ingredients are what they were is the same object, so only what changed renders. */
export function useFlowNodes({
  document,
  cards,
  positions,
  dragged,
  selection,
  faults,
  run,
  rings,
  tallies,
}: Given): CardNode[] {
  const { t } = useTranslation("editor");
  const tallyWords = useTallyWords();
  const [kept] = useState(() => new Map<string, { made: Ingredients; node: CardNode }>());
  const order = useMemo(
    () => drawingOrder(document, (id) => (cards.get(id)?.exits ?? []).map((exit) => exit.id)),
    [document, cards],
  );
  const joined = useMemo(() => {
    const exits = new Map<string, string>();
    for (const { from, outlet } of document.edges) exits.set(from, `${exits.get(from) ?? ":"}${outlet}:`);
    return exits;
  }, [document.edges]);

  return useMemo(
    () =>
      order.flatMap((id) => {
        const card = cards.get(id);
        if (!card) return [];
        const { errors, advice } = faults?.get(id) ?? none;
        const { x, y } = dragged.get(id) ?? positions.get(id) ?? origin;
        const ring = rings.some(({ steps }) => steps.includes(id));
        const mark = run ? (run.marks.get(id) ?? "away") : null;
        const before = kept.get(id);
        const tally = cardTally(tallies, card, before?.node.data.tally ?? null);
        const label = [
          card.name,
          typeof mark === "object" && mark ? `${mark.words}. ${mark.sentence}` : card.sentence,
          mark === "away" ? t("stepAway") : "",
          errors > 0 ? t("faultsOnCard", { count: errors }) : "",
          advice > 0 ? t("adviceOnCard", { count: advice }) : "",
          ring ? t("ringOnCard") : "",
          tally ? tallyWords(card, tally) : "",
        ]
          .filter((words) => words !== "")
          .join(". ");
        const made: Ingredients = [
          card,
          joined.get(id) ?? "",
          errors,
          advice,
          ring,
          mark,
          tally,
          x,
          y,
          selection.has(id),
          label,
        ];
        if (before && before.made.every((part, index) => part === made[index])) return before.node;
        const node = makeNode(made, t("step"), before?.node);
        kept.set(id, { made, node });
        return node;
      }),
    [order, cards, faults, dragged, positions, run, rings, tallies, tallyWords, joined, selection, kept, t],
  );
}

function makeNode(
  [card, joined, errors, advice, ring, run, tally, x, y, selected, label]: Ingredients,
  role: string,
  before: CardNode | undefined,
): CardNode {
  const height = cardHeight(card.exits.length);
  const old = before?.data;
  const sameData =
    old?.card === card &&
    old.joined === joined &&
    old.errors === errors &&
    old.advice === advice &&
    old.ring === ring &&
    old.run === run &&
    old.tally === tally;
  return {
    id: card.id,
    type: "card",
    position: { x, y },
    data: old && sameData ? old : { card, joined, errors, advice, ring, run, tally },
    width: cardWidth,
    height,
    measured: { width: cardWidth, height },
    handles: before && before.data.card === card && before.handles ? before.handles : handlesOf(card),
    selected,
    ariaLabel: label,
    domAttributes: { "aria-roledescription": role, ...(selected ? { "aria-current": true } : {}) },
  };
}

function handlesOf(card: Card): NodeHandle[] {
  const size = { width: handleSize, height: handleSize };
  const half = handleSize / 2;
  const sources = card.exits.map(({ id }, index): NodeHandle => ({
    id,
    type: "source",
    position: Position.Right,
    x: cardWidth - half,
    y: exitMiddle(index, card.exits.length) - half,
    ...size,
  }));
  if (card.kind === "trigger") return sources;
  return [...sources, { type: "target", position: Position.Left, x: -half, y: headHeight / 2 - half, ...size }];
}
