import type { Database } from "./database.ts";

interface Waiting<T, R> {
  item: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

/** More than this waits for nothing: one sync is cheap for so many, and a turn that has much to do is long. */
const largestGroup = 32;

/**
 * Writes many items with one sync: what arrives in one turn of the event loop goes into one transaction, up to 32 items. The promise
 * resolves once the commit is on the disk; if the transaction fails, nothing of it is kept and every promise of the group rejects.
 * @param write called inside the transaction, once an item, in order of arrival.
 */
export function groupCommit<T, R>(db: Database, write: (item: T) => R): (item: T) => Promise<R> {
  let group: Waiting<T, R>[] = [];
  const commit = db.transaction((items: readonly Waiting<T, R>[]) =>
    items.map((waiting) => ({ waiting, result: write(waiting.item) })),
  );

  function flush(): void {
    if (group.length === 0) return;
    const items = group;
    group = [];
    try {
      for (const { waiting, result } of commit.immediate(items)) waiting.resolve(result);
    } catch (error) {
      for (const waiting of items) waiting.reject(error);
    }
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      const size = group.push({ item, resolve, reject });
      if (size === 1) setImmediate(flush);
      if (size === largestGroup) flush();
    });
}
