export interface Chance {
  /** From 0 up to 1, 1 left out. */
  next(): number;
  /** A whole number from 0 up to `below`, which is left out. */
  below(below: number): number;
  /** One of them. */
  of<T>(all: readonly [T, ...T[]]): T;
}

/** The same numbers for the same seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, of: (all) => all[below(all.length)] ?? all[0] };
}
