import { Agent, request } from "undici";
import type { Json } from "#shared/nodes/define.ts";

/** Where a service stands and how one is let in. */
export interface Service {
  /** Without a trailing slash: "https://api.eu.intercom.io". */
  baseUrl: string;
  accessToken: string;
}

/**
 * How a call ended. `unreachable`: the service surely did not get it; `lost`: it may have, and no answer came.
 * `retryAfterMs` is how long the service asked to be left alone, where it did.
 */
export type Called =
  | { kind: "answer"; status: number; body: Json; retryAfterMs: number | null }
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
        return {
          kind: "answer",
          status: answer.statusCode,
          body: jsonOf(await wordsOf(answer.body)),
          retryAfterMs: [429, 503].includes(answer.statusCode) ? pauseAsked(answer.headers) : null,
        };
      } catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "";
        return { kind: neverLeft.has(code) ? "unreachable" : "lost" };
      }
    },
    close: () => agent.close(),
  };
}

/** `Retry-After` in seconds, else `X-RateLimit-Reset` in epoch seconds. Source: Intercom developer documentation, "Rate limiting". */
function pauseAsked(headers: Record<string, string | string[] | undefined>): number | null {
  const after = Number(headers["retry-after"]) * secondsMs;
  const pause = after > 0 ? after : Number(headers["x-ratelimit-reset"]) * secondsMs - Date.now();
  return pause > 0 ? Math.min(pause, longestPauseMs) : null;
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
