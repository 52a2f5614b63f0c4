/** @throws Error naming what is not there. */
export function entry<T>(all: ReadonlyMap<string, T>, key: string): T {
  const found = all.get(key);
  if (!found) throw new Error(`The practice workspace has no "${key}"`);
  return found;
}
