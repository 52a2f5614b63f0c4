import { cardWidth } from "../canvas/cardSize.ts";
import type { Point } from "../canvas/positionsOf.ts";

export interface Box extends Point {
  height: number;
}

const gap = 24;

/** The first place at or below a wished one where a card covers no other. */
export function freePlace(wish: Point, height: number, cards: readonly Box[]): Point {
  const beside = cards.filter(({ x }) => Math.abs(x - wish.x) < cardWidth + gap).toSorted((a, b) => a.y - b.y);
  let { y } = wish;
  for (const card of beside)
    if (y < card.y + card.height + gap && y + height + gap > card.y) y = card.y + card.height + gap;
  return { x: Math.round(wish.x), y: Math.round(y) };
}
