import type { BacktestCounts } from "#shared/api/backtests.ts";
import { lineId } from "../canvas/lineId.ts";
import type { Tallies } from "../canvas/tally.ts";

/** A simulation's numbers for the canvas. */
export const talliesOf = ({ total, nodes, exits }: BacktestCounts): Tallies => ({
  total,
  steps: new Map(nodes.map(({ node, count }) => [node, count])),
  exits: new Map(exits.map(({ node, outlet, count }) => [lineId({ from: node, outlet }), count])),
});
