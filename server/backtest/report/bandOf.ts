import type { Band } from "#shared/api/simulations.ts";
import type { Compared } from "./verdicts.ts";

/** What a forecast of one conversation rests on. */
export interface Ground {
  /** Whether anything would have been done at all. */
  acts: boolean;
  /** The run itself may have gone another way, failed, or still waited where what is known ends. */
  unsure: boolean;
  verdicts: readonly Pick<Compared, "verdict">[];
}

/** The worst of what is known counts: one act in doubt makes a conversation unknown, one that teammates did otherwise contradicts it. Null: nothing would have been done. */
export function bandOf({ acts, unsure, verdicts }: Ground): Band | null {
  if (!acts) return unsure ? "unknown" : null;
  const has = (verdict: Compared["verdict"]) => verdicts.some((each) => each.verdict === verdict);
  if (unsure || has("unknown")) return "unknown";
  if (has("otherwise")) return "otherwise";
  return has("same") && !has("nobody") ? "confirmed" : "likely";
}
