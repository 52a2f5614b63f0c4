import type { TurnEffect } from "#shared/nodes/effect.ts";
import type { Database } from "./database.ts";
import type { RunStore } from "./runs.ts";

/** Whose turn it is in a list that is kept by name. */
export function turnStore(db: Database) {
  const taken = db.prepare<[string], { member: string; taken: number }>(
    "select member, taken from turns where list = ?",
  );
  const count = db.prepare(
    `insert into turns (list, member, taken) values (:list, :member, :taken)
     on conflict do update set taken = :taken`,
  );
  return {
    /**
     * The member with the fewest turns for its weight, counted as taken; the first of several. Whoever is new or was away
     * starts level with the others, so that nobody has to catch up. Call it inside the transaction that keeps the outcome.
     */
    take({ list, members }: TurnEffect): string | null {
      const known = new Map(taken.all(list).map((row) => [row.member, row.taken]));
      const shares = members.flatMap(({ id, weight }) => {
        const had = known.get(id);
        return had === undefined ? [] : [had / weight];
      });
      const level = shares.length > 0 ? Math.min(...shares) : 0;
      let best: { id: string; weight: number; share: number } | null = null;
      for (const { id, weight } of members) {
        const share = (known.get(id) ?? level * weight) / weight;
        if (!best || share < best.share) best = { id, weight, share };
      }
      if (!best) return null;
      count.run({ list, member: best.id, taken: (best.share + 1 / best.weight) * best.weight });
      return best.id;
    },
  };
}

/** Takes a turn for a run's effect and keeps the outcome, in one commit: a crash gives nobody a turn for nothing. */
export function takeTurn(db: Database, runs: RunStore) {
  const turns = turnStore(db);
  return db.transaction((run: string, seq: number, effect: TurnEffect, at: number): void =>
    runs.settle(run, seq, { ok: true, at, answer: turns.take(effect) }),
  ).immediate;
}
