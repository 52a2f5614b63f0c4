import type { ReadEffect, RequestEffect } from "#shared/nodes/effect.ts";
import type { Called } from "../connections/callService.ts";

/** How an effect ended. `disconnected`: the run's workspace is no longer connected, and nothing was sent. */
export type Performed = Called | { kind: "disconnected" };

/** Does one effect at the workspace `appId`, once, without retrying. The only thing a driver can reach the outside with. */
export type Perform = (effect: RequestEffect | ReadEffect, appId: string) => Promise<Performed>;
