import type { Turn, TurnEffect } from "#shared/nodes/effect.ts";
import type { Database } from "./database.ts";

/** For how long a search may not show an assignment yet: turns taken since then are taken off what it counted. */
const lagMs = 15_000;
const keptMs = 3_600_000;

/** Whose turn it is in a list that is kept by name. */
export function turnStore(db: Database) {
  const taken = db.prepare<[string], { member: string; taken: number }>(
    "select member, taken from turns where list = ?",
  );
  const level = db.prepare<[string], { level: number }>("select level from turn_levels where list = ?");
  const setLevel = db.prepare("insert or replace into turn_levels (list, level) values (?, ?)");
  const count = db.prepare("insert or replace into turns (list, member, taken) values (?, ?, ?)");
  const note = db.prepare("insert into turn_times (list, member, at) values (?, ?, ?)");
  const forget = db.prepare("delete from turn_times where list = ? and at < ?");
  const recent = db.prepare<[string, number], { member: string; turns: number }>(
    "select member, count(*) as turns from turn_times where list = ? and at >= ? group by member",
  );
  const wait = db.prepare("insert or ignore into turn_waits (list, run, since, until) values (?, ?, ?, ?)");
  const waited = db.prepare<[string, string], { until: number }>(
    "select until from turn_waits where list = ? and run = ?",
  );
  const unwait = db.prepare("delete from turn_waits where list = ? and run = ?");
  // Who has ended, or may wait no longer, stands in nobody's way.
  const ahead = db.prepare<{ list: string; run: string; since: number; at: number }, { runs: number }>(
    `select count(*) as runs from turn_waits join runs on runs.id = turn_waits.run
     where list = :list and run <> :run and until > :at and runs.status = 'going'
       and (since < :since or (since = :since and run < :run))`,
  );

  function next({ list, members, countedAt }: TurnEffect) {
    const since = new Map(
      countedAt === null ? [] : recent.all(list, countedAt - lagMs).map((row) => [row.member, row.turns]),
    );
    const free = members
      .map((member) => ({ ...member, room: (member.room ?? Number.POSITIVE_INFINITY) - (since.get(member.id) ?? 0) }))
      .filter(({ room }) => room > 0);
    const had = new Map(taken.all(list).map((row) => [row.member, row.taken]));
    const least = level.get(list)?.level ?? 0;
    const [first] = free
      .map(({ id, weight }) => ({ id, weight, share: Math.max((had.get(id) ?? 0) / weight, least) }))
      .toSorted((one, other) => one.share - other.share);
    return { first, places: free.reduce((sum, { room }) => sum + room, 0) };
  }

  return {
    /**
     * The member with the fewest turns for its weight among those that have room, counted as taken; the first of several.
     * Whoever is new or was away starts level with the others, so that nobody has to catch up. Where it may wait, it does so
     * while those who have waited longer need the places there are. Call it inside the transaction that keeps the outcome.
     */
    take(effect: TurnEffect, run: string, at: number): Turn {
      const { list, waits } = effect;
      const { first, places } = next(effect);
      const before = waits ? (ahead.get({ list, run, since: waits.since, at })?.runs ?? 0) : 0;
      if (!first || before >= places) {
        if (!waits) return { id: null, until: null };
        wait.run(list, run, waits.since, waits.until);
        return { id: null, until: waited.get(list, run)?.until ?? waits.until };
      }
      count.run(list, first.id, first.share * first.weight + 1);
      setLevel.run(list, first.share);
      forget.run(list, at - keptMs);
      note.run(list, first.id, at);
      unwait.run(list, run);
      return { id: first.id, until: null };
    },
  };
}
