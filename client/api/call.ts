import { Problem } from "#shared/api/problem.ts";
import type { Got, Route, Sent } from "#shared/api/route.ts";
import { Refusal, unreachable } from "./refusal.ts";

type Plain = Record<string, string | number | undefined>;
interface Given {
  params?: Plain;
  query?: Plain;
  body?: unknown;
}

function addressOf(route: Route, { params = {}, query = {} }: Given): string {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return asked.length > 0 ? `${path}?${new URLSearchParams(asked)}` : path;
}

/**
 * Calls one of our own endpoints. The only fetch in the client.
 * @throws Refusal with what happened and what to do, in both languages.
 */
export async function call<R extends Route>(route: R, sent: Sent<R>, signal?: AbortSignal): Promise<Got<R>> {
  const given: Given = sent;
  const response = await fetch(addressOf(route, given), {
    method: route.method.toUpperCase(),
    headers: given.body === undefined ? {} : { "content-type": "application/json" },
    ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    ...(signal ? { signal } : {}),
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
