import type { Database } from "./database.ts";

/** Since when a person has stopped everything (epoch milliseconds), and who. */
export interface Stopped {
  at: number;
  by: string;
}

/** Whether everything stands still because a person said so; a restart changes nothing about it. */
export function standstillStore(db: Database) {
  const get = db.prepare<[], { at: number | null; by: string | null }>(
    "select stopped_at as at, stopped_by as by from holder",
  );
  const set = db.prepare("update holder set stopped_at = :at, stopped_by = :by");
  const read = (): Stopped | null => {
    const { at = null, by = null } = get.get() ?? {};
    return at === null ? null : { at, by: by ?? "" };
  };
  let state = read();
  return {
    state: (): Stopped | null => state,
    /** Does nothing where it stands still already. */
    begin(at: number, by: string): void {
      if (!state) set.run({ at, by });
      state = read();
    },
    end(): void {
      set.run({ at: null, by: null });
      state = null;
    },
  };
}

export type Standstill = ReturnType<typeof standstillStore>;
