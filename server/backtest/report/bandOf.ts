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

/** The worst counts: one act that teammates did otherwise speaks against it, whatever else is in doubt; one in doubt makes it unknown. Null: nothing would have been done. */
export function bandOf({ acts, unsure, verdicts }: Ground): Band | null {
  if (!acts) return unsure ? "unknown" : null;
  const has = (verdict: Compared["verdict"]) => verdicts.some((each) => each.verdict === verdict);
  if (has("otherwise")) return "otherwise";
  if (unsure || has("unknown")) return "unknown";
  return has("same") && !has("nobody") ? "confirmed" : "likely";
}
