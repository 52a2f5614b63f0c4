import type { RequestHandler } from "express";
import { refuse } from "./refuse.ts";

/** Whoever sends us events is told to send them again: what comes now could not be seen to any more. */
export const whileStopping =
  (isStopping: () => boolean): RequestHandler =>
  (request, response, next) => {
    if (!isStopping() || request.method !== "POST") return next();
    return refuse(response.set("retry-after", "5"), 503, "The server is stopping. Send it again.");
  };
