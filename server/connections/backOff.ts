/**
 * How long to wait before the next try, milliseconds: twice as long each time, a minute at most, and by chance up to a quarter less, so
 * that those who failed together do not come back together. @param chance from 0 to 1.
 */
export const backOff = (tries: number, chance: number): number =>
  Math.round(Math.min(60_000, 500 * 2 ** tries) * (1 - chance / 4));
