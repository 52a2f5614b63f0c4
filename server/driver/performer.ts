import type { ReadEffect, RequestEffect } from "#shared/nodes/effect.ts";
import type { Json } from "#shared/nodes/define.ts";

/**
 * How a call to the outside ended. `unreachable`: the service surely did not get it; `lost`: it may have, and no answer came.
 * `retryAfterMs` is what the service asked for, where it did.
 */
export type Performed =
  | { kind: "answer"; status: number; body: Json; retryAfterMs: number | null }
  | { kind: "unreachable" }
  | { kind: "lost" };

/** Does one effect, once, without retrying. The only thing a driver can reach the outside with. */
export type Perform = (effect: RequestEffect | ReadEffect) => Promise<Performed>;
