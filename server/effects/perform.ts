import type { CallService, Service } from "../connections/callService.ts";
import type { Perform } from "../driver/performer.ts";
import { factIn, scopePath } from "../intercom/readScope.ts";

/**
 * Performs effects at the workspace a run came from: `serviceOf` gives none for one that is no longer connected, whose runs
 * then reach nobody else.
 */
export const createPerform =
  (call: CallService, serviceOf: (appId: string) => Service | null): Perform =>
  async (effect, appId) => {
    const service = serviceOf(appId);
    if (!service) return { kind: "disconnected" };
    if (effect.type === "request") return call(service, effect.method, effect.path, effect.body);
    const called = await call(service, "GET", scopePath(effect));
    return called.kind === "answer" && called.status < 300 ? { ...called, body: factIn(effect, called.body) } : called;
  };
