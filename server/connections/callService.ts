import { Agent, request } from "undici";
import type { Json } from "#shared/nodes/define.ts";
import type { RateTold } from "./rateBudget.ts";

/** Where a service stands and how one is let in. */
export interface Service {
  /** Without a trailing slash: "https://api.eu.intercom.io". */
  baseUrl: string;
  accessToken: string;
}

/**
 * How a call ended. `unreachable`: the service surely did not get it; `lost`: it may have, and no answer came.
 * `held`: it was not sent, or turned away at the door, since the connection is `away`, the token `refused`, or the limit used up
 * (`busy`). `retryAfterMs` is how long the service asked to be left alone, `rate` what it told of its limit, where it did.
 */
export type Called =
  | { kind: "answer"; status: number; body: Json; retryAfterMs: number | null; rate?: RateTold }
  | { kind: "held"; why: "away" | "refused" | "busy" }
  | { kind: "unreachable" }
  | { kind: "lost" };

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** One call to a service, without retrying. */
export type CallService = (service: Service, method: Method, path: string, body?: Json) => Promise<Called>;

const secondsMs = 1_000;
/** Whoever asks to be left alone for longer is asked again sooner. */
const longestPauseMs = 60 * secondsMs;
const largestAnswerBytes = 5 * 1024 * 1024;

/** Failures that happen before a byte of the request has left. */
const neverLeft = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The one HTTP client: one pool of kept connections, 10 s to connect, `timeoutMs` in all, answers up to 5 MiB, no redirects. */
export function createCallService(timeoutMs = 30 * secondsMs): { call: CallService; close(): Promise<void> } {
  const agent = new Agent({
    connect: { timeout: Math.min(10 * secondsMs, timeoutMs) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  return {
    async call({ baseUrl, accessToken }, method, path, body) {
      try {
        const answer = await request(`${baseUrl}${path}`, {
          dispatcher: agent,
          method,
          headers: {
            authorization: `Bearer ${accessToken}`,
            accept: "application/json",
            "intercom-version": "2.16",
            ...(body === undefined ? {} : { "content-type": "application/json" }),
          },
          body: body === undefined ? null : JSON.stringify(body),
          signal: AbortSignal.timeout(timeoutMs),
        });
        const rate = rateTold(answer.headers);
        return {
          kind: "answer",
          status: answer.statusCode,
          body: jsonOf(await wordsOf(answer.body)),
          retryAfterMs: [429, 503].includes(answer.statusCode) ? pauseAsked(answer.headers) : null,
          ...(rate ? { rate } : {}),
        };
      } catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "";
        return { kind: neverLeft.has(code) ? "unreachable" : "lost" };
      }
    },
    close: () => agent.close(),
  };
}

type Headers = Record<string, string | string[] | undefined>;

/** `Retry-After` in seconds, else until `X-RateLimit-Reset`. Source: Intercom developer documentation, "Rate limiting". */
function pauseAsked(headers: Headers): number | null {
  const after = Number(headers["retry-after"]) * secondsMs;
  const pause = after > 0 ? Math.min(after, longestPauseMs) : untilReset(headers);
  return pause > 0 ? pause : null;
}

/** `X-RateLimit-Reset` is in epoch seconds by the service's clock, which its answer tells as well: ours may be off. */
function untilReset(headers: Headers): number {
  const sentAt = Date.parse(String(headers["date"]));
  const pause = Number(headers["x-ratelimit-reset"]) * secondsMs - (Number.isNaN(sentAt) ? Date.now() : sentAt);
  return Math.min(pause, longestPauseMs);
}

function rateTold(headers: Headers): RateTold | null {
  const limit = Number(headers["x-ratelimit-limit"]);
  const remaining = Number(headers["x-ratelimit-remaining"] ?? Number.NaN);
  const resetMs = untilReset(headers);
  return limit > 0 && remaining >= 0 && resetMs > 0 ? { limit, remaining, resetMs } : null;
}

async function wordsOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestAnswerBytes) throw new Error("the answer is larger than 5 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** An error page of a proxy may be HTML: then there are no words of the service's to show. */
function jsonOf(words: string): Json {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}
