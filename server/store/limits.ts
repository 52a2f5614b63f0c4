import { Limits } from "#shared/api/limits.ts";
import type { Database } from "./database.ts";

/** How much is too much, as people have set it. */
export function limitStore(db: Database) {
  const get = db.prepare<[], Limits>("select actions, runs from limits");
  const set = db.prepare("update limits set actions = ?, runs = ?");
  return {
    get: (): Limits => Limits.parse(get.get()),
    set: ({ actions, runs }: Limits): void => void set.run(actions, runs),
  };
}

export type LimitStore = ReturnType<typeof limitStore>;
