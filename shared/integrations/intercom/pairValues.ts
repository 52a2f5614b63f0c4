import type { Pair } from "../../nodes/form.ts";
import { fill, type Read } from "../../template/fill.ts";

/** Names with their filled texts; what comes out empty is left out. */
export const pairValues = (pairs: readonly Pair[], read: Read): Record<string, string> =>
  Object.fromEntries(
    pairs.map(({ name, value }) => [name, fill(value, read).trim()] as const).filter(([, words]) => words !== ""),
  );
