import { addressOf, type Addressed } from "#shared/api/addressOf.ts";
import { Problem } from "#shared/api/problem.ts";
import type { Got, Route, Sent } from "#shared/api/route.ts";
import { Refusal, unreachable } from "./refusal.ts";

interface Given extends Addressed {
  body?: unknown;
}

/** Browsers let at most 64 KiB in all outlive a page. */
const outlivingSize = 60_000;

/**
 * Calls one of our own endpoints. The only fetch in the client.
 * @param outlive the page may go away before the answer; the request is to go on all the same, where it is small enough.
 * @throws Refusal with what happened and what to do, in both languages.
 */
export async function call<R extends Route>(
  route: R,
  sent: Sent<R>,
  signal?: AbortSignal,
  outlive = false,
): Promise<Got<R>> {
  const given: Given = sent;
  const written = given.body === undefined ? null : JSON.stringify(given.body);
  const response = await fetch(addressOf(route, given), {
    method: route.method.toUpperCase(),
    headers: written === null ? {} : { "content-type": "application/json" },
    ...(written === null ? {} : { body: written }),
    ...(signal ? { signal } : {}),
    ...(outlive && (written ?? "").length < outlivingSize ? { keepalive: true } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw unreachable;
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const problem = Problem.safeParse(body);
    throw problem.success ? new Refusal(response.status, problem.data) : unreachable;
  }
  return body as Got<R>;
}
