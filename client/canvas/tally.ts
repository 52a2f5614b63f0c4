import { createContext } from "react";
import type { Where } from "#shared/api/backtests.ts";
import type { Card } from "./card.ts";
import { lineId } from "./lineId.ts";

/** How many conversations of a simulation came to each step, and left by each exit (`lineId`); none where it is not named. */
export interface Tallies {
  /** Of how many. */
  total: number;
  steps: ReadonlyMap<string, number>;
  exits: ReadonlyMap<string, number>;
}

/** What a card tells of a simulation. */
export interface CardTally {
  count: number;
  total: number;
  /** By place among the card's exits. */
  exits: readonly number[];
}

export interface LineTally {
  count: number;
  total: number;
}

/** The steps and exits whose numbers can be opened. */
export type Counted = Extract<Where, { kind: "node" | "exit" }>;

/** Opens the conversations behind a number. */
export const TallyContext = createContext<((where: Counted) => void) | null>(null);

/** A card's numbers; the same object as before where they are the same. A step that is not set up is not counted. */
export function cardTally(tallies: Tallies | null, card: Card, before: CardTally | null): CardTally | null {
  if (!tallies || card.quiet) return null;
  const { total } = tallies;
  const count = tallies.steps.get(card.id) ?? 0;
  const exits = card.exits.map(({ id }) => tallies.exits.get(lineId({ from: card.id, outlet: id })) ?? 0);
  const same =
    before?.count === count &&
    before.total === total &&
    before.exits.length === exits.length &&
    before.exits.every((exit, place) => exit === exits[place]);
  return same ? before : { count, total, exits };
}

/** The same for a line. */
export function lineTally(tallies: Tallies | null, id: string, before: LineTally | null): LineTally | null {
  if (!tallies) return null;
  const { total } = tallies;
  const count = tallies.exits.get(id) ?? 0;
  return before?.count === count && before.total === total ? before : { count, total };
}
