import type { Database } from "./database.ts";

interface Waiting<T, R> {
  item: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

/**
 * Writes many items with one sync: whatever arrives in one turn of the event loop goes into one transaction. The promise
 * resolves once the commit is on the disk; if the transaction fails, nothing of it is kept and every promise of the group rejects.
 * @param write called inside the transaction, once an item, in order of arrival.
 * @param onCommit told how long the transaction took, its sync included.
 */
export function groupCommit<T, R>(
  db: Database,
  write: (item: T) => R,
  onCommit?: (tookMs: number) => void,
): (item: T) => Promise<R> {
  let group: Waiting<T, R>[] = [];
  const commit = db.transaction((items: readonly Waiting<T, R>[]) =>
    items.map((waiting) => ({ waiting, result: write(waiting.item) })),
  );

  function flush(): void {
    const items = group;
    group = [];
    const began = performance.now();
    try {
      const done = commit.immediate(items);
      onCommit?.(performance.now() - began);
      for (const { waiting, result } of done) waiting.resolve(result);
    } catch (error) {
      for (const waiting of items) waiting.reject(error);
    }
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      if (group.push({ item, resolve, reject }) === 1) setImmediate(flush);
    });
}
