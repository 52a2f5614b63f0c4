import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import { cardHeight, columnWidth, exitMiddle, headHeight } from "../canvas/cardSize.ts";
import { drawnExits } from "../canvas/drawnExits.ts";
import { exitIds } from "../canvas/exitIds.ts";
import { type Point, positionsOf } from "../canvas/positionsOf.ts";
import { type Edit, type ExitPlace, lineAt, move } from "../draft/edits.ts";
import { type Box, freePlace } from "./freePlace.ts";

/** A drawing made without places gets them before it is edited, so that what is seen and what is saved agree. */
export function laidOut(document: WorkflowDocument): WorkflowDocument {
  if (document.layout.length >= document.nodes.length) {
    const placed = new Set(document.layout.map(({ node }) => node));
    if (document.nodes.every(({ id }) => placed.has(id))) return document;
  }
  const places = positionsOf(document, exitIds(document));
  return {
    ...document,
    layout: document.nodes.flatMap(({ id }) => {
      const place = places.get(id);
      return place ? [{ node: id, ...place }] : [];
    }),
  };
}

const exitsOf = (node: WorkflowNode): readonly string[] => {
  const spec = registry.get(node.type);
  return spec ? drawnExits(spec, node).map(({ id }) => id) : [];
};

export const firstExit = (node: WorkflowNode): string | null => exitsOf(node)[0] ?? null;

function boxesOf(document: WorkflowDocument): Box[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  return document.layout.flatMap(({ node: id, x, y }) => {
    const node = nodes.get(id);
    return node ? [{ x, y, height: cardHeight(exitsOf(node).length) }] : [];
  });
}

/** A place for a new step that covers no card. */
export const placeNear = (document: WorkflowDocument, wish: Point, node: WorkflowNode): Point =>
  freePlace(wish, cardHeight(exitsOf(node).length), boxesOf(document));

/** Where a new step behind an exit stands: one column on, at the exit's height. */
export function placeAfter(document: WorkflowDocument, exit: ExitPlace, node: WorkflowNode): Point {
  const source = document.nodes.find(({ id }) => id === exit.from);
  const place = document.layout.find((entry) => entry.node === exit.from);
  if (!source || !place) return placeNear(document, { x: 0, y: 0 }, node);
  const exits = exitsOf(source);
  const index = Math.max(0, exits.indexOf(exit.outlet));
  const middle = exitMiddle(index, exits.length) - headHeight / 2;
  // The exits of a split fan out by whole cards, else the steps behind them would cover each other.
  const wish = { x: place.x + columnWidth, y: place.y + (exits.length > 1 ? index * (headHeight + 36) : middle) };
  return lineAt(document, exit) ? wish : placeNear(document, wish, node);
}

/** When a step is taken into a line that is too short for it, what follows moves one column on. */
export function makeRoom(exit: ExitPlace): Edit {
  return (document) => {
    const line = lineAt(document, exit);
    const places = new Map(document.layout.map((place) => [place.node, place]));
    const from = line && places.get(line.from);
    const to = line && places.get(line.to);
    if (!from || !to || to.x - from.x >= 2 * columnWidth - 40 || to.x < from.x) return document;
    const shift = from.x + 2 * columnWidth - to.x;
    const following = [...stepsAfter(document, line.to)].flatMap((id) => places.get(id) ?? []);
    return move(following.filter(({ x }) => x >= to.x).map((place) => ({ ...place, x: place.x + shift })))(document);
  };
}

/** A step and all that can be reached from it. */
function stepsAfter(document: WorkflowDocument, start: string): ReadonlySet<string> {
  const targets = Map.groupBy(document.edges, ({ from }) => from);
  const found = new Set([start]);
  for (const id of found) for (const { to } of targets.get(id) ?? []) found.add(to);
  return found;
}
