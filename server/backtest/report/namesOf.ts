import type { Report } from "#shared/api/simulations.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Compared } from "./verdicts.ts";

/** Names of the teammates and tags that a comparison speaks of, as the archive has them: the workspace may know them no longer. */
export function namesOf(pasts: readonly Past[], compared: readonly Compared[]): Report["names"] {
  const wanted = { teammates: new Set<string>(), tags: new Set<string>() };
  for (const { aspect, row, column } of compared) {
    if (aspect === "teammate") wanted.teammates.add(row).add(column);
    if (aspect === "tags") wanted.tags.add(row).add(column);
  }
  const names = new Map<string, Report["names"][number]>();
  const note = (list: "teammates" | "tags", id: string, name: string) => {
    if (name !== "" && wanted[list].has(id)) names.set(`${list} ${id}`, { list, id, name });
  };
  if (wanted.teammates.size + wanted.tags.size === 0) return [];
  for (const { moments, last } of pasts) {
    for (const { by } of moments) if (by?.kind === "teammate") note("teammates", by.id, by.name);
    for (const { id, name } of last.tags) note("tags", id, name);
  }
  return [...names.values()];
}
