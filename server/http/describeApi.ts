import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { Problem } from "#shared/api/problem.ts";
import type { Route } from "#shared/api/route.ts";
import { type RouteName, routes } from "#shared/api/routes.ts";

const json = (schema: Route["answer"]) => ({ content: { "application/json": { schema } } });

const file = { "application/octet-stream": { schema: { type: "string", format: "binary" } } } as const;

function operationOf(name: RouteName, route: Route): ZodOpenApiOperationObject {
  const refusals = { 400: Problem, ...(route.access === "member" ? { 401: Problem } : {}), ...route.refusals };
  return {
    operationId: name,
    summary: route.summary,
    ...(route.access === "public" ? { security: [] } : {}),
    requestParams: {
      ...(route.params ? { path: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
    },
    ...(route.body ? { requestBody: { required: true, ...json(route.body) } } : {}),
    ...(route.upload ? { requestBody: { required: true, content: file } } : {}),
    responses: {
      200: { description: "Done", ...json(route.answer) },
      ...Object.fromEntries(
        Object.entries(refusals).map(([status, schema]) => [
          status,
          { description: "Not done; the body says why and what to do", ...json(schema) },
        ]),
      ),
    },
  };
}

/** Our own API in OpenAPI 3.1, made from the table that is also mounted and called. */
export function describeApi(version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name];
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Switchboard",
      version,
      description: "Everything the screens do. Scripts send the key of SWITCHBOARD_API_KEY as a bearer token.",
    },
    security: [{ apiKey: [] }, { session: [] }],
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "switchboard.session_token" },
      },
    },
    paths,
  });
}
