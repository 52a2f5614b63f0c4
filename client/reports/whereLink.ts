import { SimulationWhere } from "#shared/api/simulations.ts";

/** The address that opens the conversations behind a figure, on the page of their simulation. */
export const whereLink = (where: SimulationWhere): string =>
  `?${new URLSearchParams({ where: JSON.stringify(where) })}`;

/** What an address asks for; null where it asks for nothing that there is. */
export function whereIn(search: URLSearchParams): SimulationWhere | null {
  const asked = search.get("where");
  if (asked === null) return null;
  try {
    return SimulationWhere.parse(JSON.parse(asked));
  } catch {
    return null;
  }
}
