import express, { type RequestHandler, type Response, type Router } from "express";
import { rateLimit } from "express-rate-limit";
import { string } from "#shared/events/raw.ts";
import { refuse, refuseBody } from "../ingest/refuse.ts";
import type { Hooks, RefusedFor } from "./createHooks.ts";
import { provesItself } from "./provesItself.ts";
import { readCall } from "./readCall.ts";
import type { Standing, Taken, TakeCall } from "./takeCall.ts";

export interface HookRouterDeps {
  hooks: Hooks;
  calls: TakeCall;
  /** Epoch milliseconds. */
  now(): number;
  /** Told why a call could not be kept; the sender is only told to try again. */
  onTrouble(error: unknown): void;
}

const limit = "1mb";
/** Calls of one address in a minute: more is a circle, or somebody's mistake. */
const mostAMinute = 600;

/** Where senders name a delivery, so that one that is sent again is known. */
const deliveryHeaders = ["webhook-id", "idempotency-key", "x-shopify-webhook-id", "x-github-delivery"] as const;

const answers: Record<Taken, string> = {
  started: "The workflow has started.",
  repeated: "This delivery came before: nothing was started again.",
  shadowed: "Received. The workflow is in shadow: it is decided what it would do, and nothing is done.",
  out: "Received. The workflow is on for a share of the calls, and this one is not in it.",
  off: "Received. The workflow is off, so nothing was started.",
  unpublished: "Received. The workflow is not published yet, so nothing was started.",
};

const unproved: Record<Exclude<RefusedFor, "unreadable">, string> = {
  unproved: "The call does not prove whom it is from: the secret or the signature is missing.",
  wrong: "The secret or the signature is wrong.",
};

/** What is known of a call once its address is. */
type Handler = RequestHandler<{ token: string }, unknown, unknown, unknown, { standing: Standing; secret: string }>;

const tokenOf = ({ params }: { params: Readonly<Record<string, unknown>> }): string => string(params["token"]);
const bodyOf = ({ body }: { body: unknown }): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

/**
 * Where other tools call. 404 before the body is read for an address that is nobody's; 401 before anything is parsed for who
 * does not prove itself; 4xx with a reason for what cannot be read; 200 once what was sent and the run that it starts are on
 * the disk; 503 for our own trouble, so that it is sent again.
 */
export function hookRouter({ hooks, calls, now, onTrouble }: HookRouterDeps): Router {
  const router = express.Router();
  const trouble = (response: Response, error: unknown) => {
    onTrouble(error);
    refuse(response, 503, "The call cannot be kept at the moment. Send it again.");
  };

  const find: Handler = (request, response, next) => {
    try {
      const hook = hooks.find(tokenOf(request));
      const standing = hook && calls.standing(hook);
      if (!hook || !standing) return refuse(response, 404, "Nobody is called by this address.");
      response.locals = { standing, secret: hook.secret };
      return next();
    } catch (error) {
      return trouble(response, error);
    }
  };

  const prove: Handler = (request, response, next) => {
    const { standing, secret } = response.locals;
    const header = (name: string) => request.get(name) ?? null;
    const proved = provesItself(standing.proof, { header, body: bodyOf(request) }, secret, now());
    if (proved === "proved") return next();
    hooks.refuse(standing, proved);
    return refuse(response, 401, unproved[proved]);
  };

  // Counted once they have proved themselves: strangers cannot use up what is allowed.
  const slowDown = rateLimit({
    windowMs: 60_000,
    limit: mostAMinute,
    keyGenerator: tokenOf,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (_request, response) =>
      refuse(response.set("retry-after", "60"), 429, "Too many calls. Send it again in a minute."),
  });

  const take: Handler = async (request, response) => {
    const { standing } = response.locals;
    const read = readCall(bodyOf(request), request.get("content-type") ?? null);
    if (read.outcome === "refused") {
      hooks.refuse(standing, "unreadable");
      return refuse(response, read.status, read.why);
    }
    const delivery = deliveryHeaders.map((name) => request.get(name)).find((given) => given) ?? null;
    try {
      const taken = await calls.take({ standing, value: read.value, delivery });
      response.json({ message: answers[taken] });
    } catch (error) {
      trouble(response, error);
    }
  };

  router.post("/hooks/:token", find, express.raw({ type: () => true, limit }), prove, slowDown, take);
  router.use("/hooks", refuseBody);
  return router;
}
