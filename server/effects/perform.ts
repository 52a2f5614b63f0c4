import { Agent, request as fetchAnswer } from "undici";
import type { Scope } from "#shared/events/facts.ts";
import { companyFrom, contactFrom, conversationFrom } from "#shared/events/normalise.ts";
import { entries } from "#shared/events/raw.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { ReadEffect, RequestEffect } from "#shared/nodes/effect.ts";
import type { Perform, Performed } from "../driver/performer.ts";

export interface Service {
  /** Without a trailing slash: "https://api.eu.intercom.io". */
  baseUrl: string;
  accessToken: string;
}

const secondsMs = 1_000;
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

const shape: Record<Scope, (raw: unknown) => Json> = {
  conversation: conversationFrom,
  contact: contactFrom,
  company: companyFrom,
};

/** GET of what a read asks for. Source: Intercom 2.16, /conversations/{id}, /contacts/{id}, /contacts/{id}/companies, /companies/{id}. */
function pathOf({ scope, by, id }: ReadEffect): string {
  const safe = encodeURIComponent(id);
  if (scope === "conversation") return `/conversations/${safe}?display_as=plaintext`;
  if (scope === "contact") return `/contacts/${safe}`;
  return by === "contact" ? `/contacts/${safe}/companies` : `/companies/${safe}`;
}

/** Of a contact's companies the first counts; null where there is none. */
function factIn({ scope, by }: ReadEffect, body: Json): Json {
  const raw: unknown = scope === "company" && by === "contact" ? entries(body, "companies", "data")[0] : body;
  return raw === undefined ? null : shape[scope](raw);
}

/** Performs effects at Intercom over one pool of kept connections: 10 s to connect, 30 s in all, 5 MiB, no redirects. */
export function createPerform(service: Service): { perform: Perform; close(): Promise<void> } {
  const agent = new Agent({
    connect: { timeout: 10 * secondsMs },
    headersTimeout: 30 * secondsMs,
    bodyTimeout: 30 * secondsMs,
  });

  async function call(method: RequestEffect["method"], path: string, body?: Json): Promise<Performed> {
    try {
      const answer = await fetchAnswer(`${service.baseUrl}${path}`, {
        dispatcher: agent,
        method,
        headers: {
          authorization: `Bearer ${service.accessToken}`,
          accept: "application/json",
          "intercom-version": "2.16",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(30 * secondsMs),
      });
      const retryAfter = Number(answer.headers["retry-after"]);
      return {
        kind: "answer",
        status: answer.statusCode,
        body: jsonOf(await wordsOf(answer.body)),
        retryAfterMs: retryAfter > 0 ? retryAfter * secondsMs : null,
      };
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      return { kind: neverLeft.has(code) ? "unreachable" : "lost" };
    }
  }

  return {
    async perform(effect) {
      if (effect.type === "request") return call(effect.method, effect.path, effect.body);
      const performed = await call("GET", pathOf(effect));
      return performed.kind === "answer" && performed.status < 300
        ? { ...performed, body: factIn(effect, performed.body) }
        : performed;
    },
    close: () => agent.close(),
  };
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

/** An error page of a proxy may be HTML: then there are no words of Intercom's to show. */
function jsonOf(words: string): Json {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}
