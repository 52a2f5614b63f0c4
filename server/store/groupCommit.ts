import { boundary } from "./boundary.ts";
import type { Database } from "./database.ts";

interface Waiting {
  work(): unknown;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

type Done = { waiting: Waiting; result: unknown } | { waiting: Waiting; error: unknown };

interface Group {
  enter(waiting: Waiting): void;
  /** Told how long each commit took, milliseconds. */
  watchers: Set<(tookMs: number) => void>;
}

/** More than this waits for nothing: one sync is cheap for so many, and a turn that has much to do is long. */
const largestGroup = 32;

/** One group a database, whoever writes: events, journals and calls wait for the same sync. */
const groups = new WeakMap<Database, Group>();

function groupOf(db: Database): Group {
  const watchers: Group["watchers"] = new Set();
  let group: Waiting[] = [];
  // Inside the group's transaction, each has a savepoint of its own.
  const doOne = db.transaction((work: () => unknown) => work());

  function done(waiting: Waiting): Done {
    try {
      return { waiting, result: doOne(waiting.work) };
    } catch (error) {
      // SQLite has given up the whole transaction: then none of the group is kept.
      if (!db.inTransaction) throw error;
      return { waiting, error };
    }
  }

  const commit = db.transaction((items: readonly Waiting[]): Done[] => {
    const all = items.map(done);
    boundary("group written");
    return all;
  });

  function flush(): void {
    if (group.length === 0) return;
    const items = group;
    group = [];
    const began = performance.now();
    try {
      const all = commit.immediate(items);
      const tookMs = performance.now() - began;
      for (const watcher of watchers) watcher(tookMs);
      boundary("group kept");
      for (const each of all)
        if ("error" in each) each.waiting.reject(each.error);
        else each.waiting.resolve(each.result);
    } catch (error) {
      for (const waiting of items) waiting.reject(error);
    }
  }

  return {
    watchers,
    enter(waiting) {
      const size = group.push(waiting);
      if (size === 1) setImmediate(flush);
      if (size === largestGroup) flush();
    },
  };
}

/**
 * Writes with one sync whatever arrives in one turn of the event loop, from whomever, up to 32 items. The promise resolves once the commit is
 * on the disk. An item that throws leaves nothing, and the others stay; if the commit fails, nothing of it is kept and all reject.
 * @param write called inside the transaction, once an item, in order of arrival.
 * @param onCommit told how long each transaction of the database's took, its sync included.
 */
export function groupCommit<T, R>(
  db: Database,
  write: (item: T) => R,
  onCommit?: (tookMs: number) => void,
): (item: T) => Promise<R> {
  const group = groups.get(db) ?? groupOf(db);
  groups.set(db, group);
  if (onCommit) group.watchers.add(onCommit);
  return (item) =>
    new Promise<R>((resolve, reject) => {
      group.enter({ work: () => write(item), resolve: (result) => resolve(result as R), reject });
    });
}
