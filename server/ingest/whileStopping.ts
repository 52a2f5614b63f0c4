import { refuse } from "./refuse.ts";
import type { Middleware } from "./webhook.ts";

/** Whoever sends us events is told to send them again: what comes now could not be seen to any more. */
export const whileStopping =
  (isStopping: () => boolean): Middleware =>
  (request, response, next) => {
    if (!isStopping() || request.method !== "POST") return next();
    response.setHeader("retry-after", "5");
    return refuse(response, 503, "The server is stopping. Send it again.");
  };
