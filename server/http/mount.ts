import type { Readable } from "node:stream";
import type { Express, Request, Response } from "express";
import type { z } from "zod";
import type { Answer, Received, Route } from "#shared/api/route.ts";
import { type RouteName, routes } from "#shared/api/routes.ts";
import type { Person } from "#shared/api/session.ts";
import { invalid, notSignedIn } from "./problems.ts";

type Routes = typeof routes;

/** What a handler may know of the request besides its validated parts. */
export interface Context {
  /** Who calls; null only on public routes. */
  person: Person | null;
  headers: Headers;
  /** Aborted when the caller has gone before the answer came. */
  signal: AbortSignal;
  setCookies(cookies: readonly string[]): void;
  /** The body as it comes, of a route that takes a file. */
  upload: Readable;
}

export type Handlers = {
  [N in RouteName]: (received: Received<Routes[N]>, context: Context) => Answer<Routes[N]> | Promise<Answer<Routes[N]>>;
};

/** Who a request comes from: a session or the API key; null for nobody. */
export type Identify = (headers: Headers) => Promise<Person | null>;

const parts = ["params", "query", "body"] as const;

/** The parts of a request by the route's own schemas; what it does not declare is not passed on. */
function receivedBy(route: Route, request: Request): Record<(typeof parts)[number], unknown> {
  const read = (part: (typeof parts)[number]) => {
    const schema: z.ZodType | undefined = route[part];
    if (!schema) return undefined;
    const parsed = schema.safeParse(request[part]);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw invalid([part, ...(issue?.path ?? [])].map(String).join("."), issue?.message ?? "unknown");
  };
  return { params: read("params"), query: read("query"), body: read("body") };
}

export const headersOf = (request: Request): Headers =>
  new Headers(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value] as [string, string]],
    ),
  );

/**
 * Mounts every endpoint of the table: in by its schemas, out by its answer's. Whoever is not let in by the route's declared
 * access never reaches the handler.
 */
export function mount(app: Express, handlers: Handlers, identify: Identify): void {
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name];
    // Each handler takes what its own route's schemas produce: the pairing by name is what `Handlers` checks.
    const handler = handlers[name] as (received: unknown, context: Context) => unknown;
    app[route.method](route.path, async (request: Request, response: Response) => {
      const headers = headersOf(request);
      const person = await identify(headers);
      if (route.access === "member" && !person) throw notSignedIn();
      const setCookies = (cookies: readonly string[]) => void response.append("set-cookie", [...cookies]);
      const gone = new AbortController();
      response.once("close", () => gone.abort());
      const answer = await handler(receivedBy(route, request), {
        person,
        headers,
        signal: gone.signal,
        setCookies,
        upload: request,
      });
      response.set("cache-control", "no-store").json(route.answer.parse(answer));
    });
  }
}
