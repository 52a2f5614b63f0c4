import type { IncomingMessage, ServerResponse } from "node:http";
import { readNotification } from "#shared/events/readNotification.ts";
import type { Received } from "../store/events.ts";
import { createFloodGate } from "./floodGate.ts";
import { measureJson } from "./measureJson.ts";
import { refuse } from "./refuse.ts";
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

/** Takes a request, or hands it on to whoever comes `next`. Fits Node's own server as well as Express. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const largestBytes = 1024 * 1024;
const path = /^\/webhooks\/intercom\/?(?:\?|$)/;

/**
 * Where Intercom's notifications enter, before everything that people's requests pass. 200 only once the event is on the disk, also for one
 * that is kept already; 401 before anything is parsed; 4xx with a reason for what is not a notification; 503 for our own
 * trouble, so that Intercom sends it again, and before any work where more comes in than can be kept. Source: Intercom developer
 * documentation, "Setting up webhooks".
 */
export function createWebhook(deps: WebhookDeps): Middleware {
  const isFlooded = createFloodGate(deps);

  async function take(body: Buffer, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (body.length === 0) return refuse(response, 400, "The body is empty.");
    const signature = request.headers["x-hub-signature"];
    const signers = verifySignature(body, typeof signature === "string" ? signature : undefined, deps.signers());
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
      response.writeHead(200, { "content-type": "text/plain; charset=utf-8", "content-length": 2 }).end("OK");
    } catch (error) {
      deps.onTrouble(error);
      refuse(response, 503, "The event cannot be kept at the moment. Send it again.");
    }
    return undefined;
  }

  return (request, response, next) => {
    if (!path.test(request.url ?? "")) return next();
    if (request.method === "HEAD") return void response.writeHead(200).end();
    if (request.method !== "POST") return next();
    if (isFlooded()) return refuse(response, 503, "More comes in than can be kept. Send it again.");
    return readBody(
      request,
      (body) =>
        void take(body, request, response).catch((error: unknown) => {
          deps.onTrouble(error);
          refuse(response, 500, "The event cannot be read.");
        }),
      () => refuse(response, 413, "The body is larger than 1 MiB."),
    );
  };
}

/** Gathers a body; one that is too large is told at once, and what still comes of it is let go by Node. */
function readBody(request: IncomingMessage, whole: (body: Buffer) => void, tooLarge: () => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const gather = (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= largestBytes) return;
    request.off("data", gather).off("end", end);
    tooLarge();
  };
  const end = () => whole(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  request.on("data", gather).on("end", end);
}

function parseJson(words: string): { outcome: "parsed"; value: unknown } | { outcome: "refused" } {
  try {
    return { outcome: "parsed", value: JSON.parse(words) };
  } catch {
    return { outcome: "refused" };
  }
}
