import type { SimulationCase, SimulationWhere } from "#shared/api/simulations.ts";
import type { Past } from "#shared/archive/past.ts";
import { briefOf, type Window } from "../cases.ts";
import { type Frozen, type FrozenCases, isMeantBy, type Outcome } from "./frozenCases.ts";

/**
 * The conversations behind a figure of a kept simulation, newest first, as they came out then.
 * @param find what the archive has of one today.
 */
export function chooseCases(
  { outcomes, cases, splitAt }: FrozenCases,
  find: (id: string) => Past | undefined,
  where: SimulationWhere,
  { skip, limit }: Window,
): { total: number; cases: SimulationCase[] } {
  const meant = cases.flatMap((one) => {
    const outcome = outcomes[one.outcome];
    return outcome && isMeantBy(where, one, outcome, splitAt) ? [{ one, outcome }] : [];
  });
  const listed = meant.toSorted((a, b) => b.one.at - a.one.at).slice(skip, skip + limit);
  return { total: meant.length, cases: listed.map(({ one, outcome }) => caseOf(one, outcome, find(one.id))) };
}

function caseOf({ id, at, savedMs }: Frozen, outcome: Outcome, past: Past | undefined): SimulationCase {
  const { nodes: _, firstReply: __, ...came } = outcome;
  const shown = past ? briefOf(past) : null;
  return { id, createdAt: new Date(at).toISOString(), shown, savedMs, ...came };
}
