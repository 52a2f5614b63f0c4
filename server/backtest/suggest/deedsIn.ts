import type { Done } from "#shared/suggestions/suggestion.ts";
import type { DoneOnce } from "./doneIn.ts";
import type { Begun } from "./population.ts";
import type { KnownAttribute } from "./traitsOf.ts";

/** What the workspace calls its teams and the rest, by id, and which attributes it has. */
export interface Names {
  team: Readonly<Record<string, string>>;
  teammate: Readonly<Record<string, string>>;
  tag: Readonly<Record<string, string>>;
  attributes: readonly KnownAttribute[];
}

/** Something that was done often enough, and has a name. */
export interface Deed {
  done: Done;
  key: string;
  /** Only what teammates did counts. */
  byHand: boolean;
}

/** So many are counted, the most frequent. */
const mostDeeds = 200;

const nameOf = (map: Readonly<Record<string, string>>, id: string): string =>
  Object.hasOwn(map, id) ? (map[id] ?? "") : "";

/** Teammates by what the archive calls them. */
function teammatesIn(begun: readonly Begun[]): Record<string, string> {
  const names = new Map<string, string>();
  for (const { past } of begun)
    for (const { by } of past.moments) if (by?.kind === "teammate" && by.name !== "") names.set(by.id, by.name);
  return Object.fromEntries(names);
}

/**
 * What people did often, where that was mostly people; else what was done often, by whomever. A close counts only by hand: what a machine
 * closes needs no other. What has no name is left out.
 */
export function deedsIn(begun: readonly Begun[], least: number, names: Names): Deed[] {
  const counts = new Map<string, { once: DoneOnce; all: number; hand: number }>();
  for (const { done } of begun)
    for (const once of done) {
      const count = counts.get(once.key) ?? { once, all: 0, hand: 0 };
      counts.set(once.key, { once, all: count.all + 1, hand: count.hand + (once.byHand ? 1 : 0) });
    }
  const archived = teammatesIn(begun);
  const named = ({ kind, id, name }: DoneOnce): Done | null => {
    if (kind === "close") return { kind };
    const called = nameOf(names[kind], id) || name || (kind === "teammate" ? nameOf(archived, id) : "");
    return called === "" ? null : { kind, id, name: called };
  };
  return [...counts.values()]
    .map(({ once, all, hand }) => ({ once, all, hand, byHand: once.kind === "close" || hand * 2 >= all }))
    .filter(({ all, hand, byHand }) => (byHand ? hand : all) >= least)
    .toSorted((a, b) => b.all - a.all)
    .slice(0, mostDeeds)
    .flatMap(({ once, byHand }) => {
      const done = named(once);
      return done ? [{ done, key: once.key, byHand }] : [];
    });
}

/** When and by whom it was done with a conversation, where it counts. */
export const doneWith = ({ key, byHand }: Deed, { done }: Begun): DoneOnce | undefined =>
  done.find((once) => once.key === key && (once.byHand || !byHand));
