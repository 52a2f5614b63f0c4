import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { tidyLayout } from "./tidyLayout.ts";

export interface Point {
  x: number;
  y: number;
}

/** Where every step stands. A drawing that was made without places, by the API or by hand, is laid out as a whole. */
export function positionsOf(
  document: WorkflowDocument,
  exits: (node: string) => readonly string[],
): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>(document.layout.map(({ node, x, y }) => [node, { x, y }]));
  if (document.nodes.every(({ id }) => places.has(id))) return places;
  return new Map(tidyLayout(document, exits).map(({ node, x, y }) => [node, { x, y }]));
}
