import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import type { Workspace } from "../workspace.ts";
import { Refusal } from "./refusal.ts";

const digest = (words: string): Buffer => createHash("sha256").update(words).digest();

/** Lets in who carries the access token. Source: Intercom 2.16, response `Unauthorized`. */
export function requireToken(accessToken: string): RequestHandler {
  const wanted = digest(`Bearer ${accessToken}`);
  return (request, _response, next) => {
    if (!timingSafeEqual(digest(request.get("authorization") ?? ""), wanted))
      throw new Refusal(401, "unauthorized", "Access Token Invalid");
    next();
  };
}

const windowSeconds = 10;
/** 10,000 calls a minute in windows of ten seconds. Source: Intercom developer documentation, "Rate limiting". */
const callsInWindow = 1_666;

/** Counts calls and tells with each answer how many are left. @param now epoch milliseconds. */
export function limitRate(now: () => number): RequestHandler {
  let resetAt = 0;
  let left = 0;
  return (_request, response, next) => {
    const seconds = Math.floor(now() / 1000);
    if (seconds >= resetAt) {
      resetAt = seconds - (seconds % windowSeconds) + windowSeconds;
      left = callsInWindow;
    }
    const full = left === 0;
    if (!full) left -= 1;
    response.set({
      "x-ratelimit-limit": String(callsInWindow),
      "x-ratelimit-remaining": String(left),
      "x-ratelimit-reset": String(resetAt),
    });
    if (full)
      throw new Refusal(
        429,
        "rate_limit_exceeded",
        `Exceeded rate limit of ${callsInWindow} in ${windowSeconds}_seconds`,
      );
    next();
  };
}

/** Answers what the plan does not include. Source: Intercom 2.16, 403 of GET /export/workflows/{id} and others. */
export const requirePlan =
  (workspace: Pick<Workspace, "planLacks">): RequestHandler =>
  (request, _response, next) => {
    const lacking = workspace.planLacks();
    if (lacking !== null && request.path.startsWith(lacking))
      throw new Refusal(403, "api_plan_restricted", "Active subscription needed.");
    next();
  };
