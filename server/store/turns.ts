import type { TurnEffect } from "#shared/nodes/effect.ts";
import type { Database } from "./database.ts";

/** Whose turn it is in a list that is kept by name. */
export function turnStore(db: Database) {
  const taken = db.prepare<[string], { member: string; taken: number }>(
    "select member, taken from turns where list = ?",
  );
  const level = db.prepare<[string], { level: number }>("select level from turn_levels where list = ?");
  const setLevel = db.prepare("insert or replace into turn_levels (list, level) values (?, ?)");
  const count = db.prepare("insert or replace into turns (list, member, taken) values (?, ?, ?)");
  return {
    /**
     * The member with the fewest turns for its weight, counted as taken; the first of several. Whoever is new or was away
     * starts level with the others, so that nobody has to catch up. Call it inside the transaction that keeps the outcome.
     */
    take({ list, members }: TurnEffect): string | null {
      const had = new Map(taken.all(list).map((row) => [row.member, row.taken]));
      const least = level.get(list)?.level ?? 0;
      const [next] = members
        .map(({ id, weight }) => ({ id, weight, share: Math.max((had.get(id) ?? 0) / weight, least) }))
        .toSorted((one, other) => one.share - other.share);
      if (!next) return null;
      count.run(list, next.id, next.share * next.weight + 1);
      setLevel.run(list, next.share);
      return next.id;
    },
  };
}
