import type { Made } from "#shared/events/madeThing.ts";
import type { Database } from "./database.ts";

const keptMs = 86_400_000;

/** What runs have made within a day, and at which depth of a chain in which one run's effect starts the next. */
export function madeThingStore(db: Database) {
  const add = db.prepare("insert or replace into things_made (app_id, topic, id, depth, at) values (?, ?, ?, ?, ?)");
  const forget = db.prepare("delete from things_made where at <= ?");
  const take = db.prepare<[string, string, string], { depth: number }>(
    "delete from things_made where app_id = ? and topic = ? and id = ? returning depth",
  );
  return {
    /** `at` is epoch milliseconds. */
    note: db.transaction((appId: string, all: readonly Made[], depth: number, at: number): void => {
      forget.run(at - keptMs);
      for (const { topic, id } of all) add.run(appId, topic, id, depth, at);
    }),
    /** The depth of the run that made it; null where none of ours did. A thing is made once, so it is told once. */
    take: (appId: string, { topic, id }: Made): number | null => take.get(appId, topic, id)?.depth ?? null,
  };
}
