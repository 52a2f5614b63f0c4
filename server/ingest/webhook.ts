import express, { type Router } from "express";
import { readNotification } from "#shared/events/readNotification.ts";
import type { Received } from "../store/events.ts";
import { measureJson } from "./measureJson.ts";
import { refuse, refuseBody } from "./refuse.ts";
import { type Signer, verifySignature } from "./verifySignature.ts";

export interface WebhookDeps {
  /** The workspaces connected now; two of one workspace while its secret is being changed. */
  signers(): readonly Signer[];
  /** Keeps the event; resolves once it is on the disk, with false for one that is kept already. */
  keep(received: Received): Promise<boolean>;
  /** Epoch milliseconds. */
  now(): number;
  /** Told why an event could not be kept; the sender is only told to try again. */
  onTrouble(error: unknown): void;
}

const limit = "1mb";
const path = "/webhooks/intercom";

/**
 * Where Intercom's notifications enter. 200 only once the event is on the disk, also for one that is kept already;
 * 401 before anything is parsed; 4xx with a reason for what is not a notification; 503 for our own trouble, so that
 * Intercom sends it again. Source: Intercom developer documentation, "Setting up webhooks".
 */
export function webhookRouter(deps: WebhookDeps): Router {
  const router = express.Router();
  router.head(path, (_, response) => void response.sendStatus(200));
  router.post(path, express.raw({ type: () => true, limit }), async (request, response) => {
    const body: unknown = request.body;
    if (!Buffer.isBuffer(body)) return refuse(response, 400, "The body is empty.");
    const signers = verifySignature(body, request.get("x-hub-signature"), deps.signers());
    if (signers.length === 0) return refuse(response, 401, "The signature is missing or does not fit the body.");

    const words = body.toString("utf8");
    const parsed = parseJson(words);
    if (parsed.outcome === "refused") return refuse(response, 400, "The body is not JSON.");
    const measure = measureJson(parsed.value);
    if (measure) return refuse(response, 413, `The body is ${measure}.`);
    const notification = readNotification(parsed.value);
    if (notification.outcome === "refused")
      return refuse(response, 422, `Not an Intercom notification: ${notification.why}.`);
    const { event, known } = notification;
    if (!signers.some(({ appId }) => appId === event.appId))
      return refuse(response, 401, "The signature is another workspace's.");

    try {
      await deps.keep({ event, known, body: words, receivedAt: deps.now() });
      response.sendStatus(200);
    } catch (error) {
      deps.onTrouble(error);
      refuse(response, 503, "The event cannot be kept at the moment. Send it again.");
    }
  });
  router.use(path, refuseBody);
  return router;
}

function parseJson(words: string): { outcome: "parsed"; value: unknown } | { outcome: "refused" } {
  try {
    return { outcome: "parsed", value: JSON.parse(words) };
  } catch {
    return { outcome: "refused" };
  }
}
