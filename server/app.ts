import type { RequestListener } from "node:http";
import { join } from "node:path";
import express, { type RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { routes } from "#shared/api/routes.ts";
import { streamPath } from "#shared/api/stream.ts";
import { answerErrors } from "./http/answerErrors.ts";
import { archiveHandlers } from "./http/handlers/archive.ts";
import { backtestHandlers } from "./http/handlers/backtests.ts";
import { ballotHandlers } from "./http/handlers/ballots.ts";
import { connectionHandlers } from "./http/handlers/connection.ts";
import { conversationHandlers } from "./http/handlers/conversations.ts";
import { hookHandlers } from "./http/handlers/hooks.ts";
import { limitHandlers } from "./http/handlers/limits.ts";
import { operationHandlers } from "./http/handlers/operation.ts";
import { runHandlers } from "./http/handlers/runs.ts";
import type { Services } from "./http/handlers/services.ts";
import { shadowHandlers } from "./http/handlers/shadow.ts";
import { sessionHandlers } from "./http/handlers/session.ts";
import { suggestionHandlers } from "./http/handlers/suggestions.ts";
import { simulationHandlers } from "./http/handlers/simulations.ts";
import { tableHandlers } from "./http/handlers/tables.ts";
import { subjectHandlers } from "./http/handlers/subjects.ts";
import { whyHandlers } from "./http/handlers/why.ts";
import { workflowHandlers } from "./http/handlers/workflows.ts";
import { headersOf, mount } from "./http/mount.ts";
import { onlyOwnOrigin } from "./http/onlyOwnOrigin.ts";
import { notFound, notSignedIn, tooLarge, tooManyRequests } from "./http/problems.ts";
import { hookRouter } from "./hooks/hookRouter.ts";
import type { TakeCall } from "./hooks/takeCall.ts";
import { measureJson } from "./ingest/measureJson.ts";
import type { Metrics } from "./observe/createMetrics.ts";
import { probeRouter, type ProbeDeps } from "./observe/probeRouter.ts";
import type { Received } from "./store/events.ts";
import { createWebhook, type Middleware } from "./ingest/webhook.ts";
import { whileStopping } from "./ingest/whileStopping.ts";

export interface AppDeps extends Services, Pick<ProbeDeps, "readiness" | "metricsToken"> {
  metrics: Pick<Metrics, "text" | "contentType" | "onRequest">;
  keep(received: Received): Promise<boolean>;
  calls: TakeCall;
  isStopping(): boolean;
  onTrouble(error: unknown): void;
  /** Logs each request; null where nobody is to read that. */
  log: Middleware | null;
  /** Serves the client: the built files, or the development server's, which needs scripts in the page and a socket. */
  client: RequestHandler;
  inDevelopment: boolean;
}

/** Guessing is slowed down; whoever succeeds is not counted. */
const slowGuessing = () =>
  rateLimit({
    windowMs: 60_000,
    limit: 10,
    skipSuccessfulRequests: true,
    standardHeaders: false,
    legacyHeaders: false,
    handler: () => {
      throw tooManyRequests();
    },
  });

const boundedJson: RequestHandler = (request, _response, next) => {
  if (measureJson(request.body)) throw tooLarge();
  next();
};

/**
 * Everything the server answers. Inert: it listens to nothing and starts nothing by itself. A notification passes none of what people's
 * requests pass: there are too many of them.
 */
export function createApp(deps: AppDeps): RequestListener {
  const { people, hub } = deps;
  const app = express();
  app.disable("x-powered-by");
  app.use(security(deps.publicUrl.startsWith("https:"), deps.inDevelopment));
  app.use(probeRouter({ ...deps, isMember: async (request) => (await people.identify(headersOf(request))) !== null }));
  app.use(["/webhooks", "/hooks"], whileStopping(deps.isStopping));
  app.use(hookRouter(deps));
  app.use("/api", onlyOwnOrigin, express.json({ limit: "2mb" }), boundedJson);
  app.post([routes.signIn.path, routes.setUp.path], slowGuessing());
  const handlers = {
    ...sessionHandlers(deps),
    ...workflowHandlers(deps),
    ...hookHandlers(deps),
    ...runHandlers(deps),
    ...connectionHandlers(deps),
    ...conversationHandlers(deps),
    ...operationHandlers(deps),
    ...limitHandlers(deps),
    ...tableHandlers(deps),
    ...shadowHandlers(deps),
    ...subjectHandlers(deps),
    ...archiveHandlers(deps),
    ...backtestHandlers(deps),
    ...whyHandlers(deps),
    ...suggestionHandlers(deps),
    ...simulationHandlers(deps),
    ...ballotHandlers(deps),
  };
  mount(app, handlers, people.identify);

  const members: RequestHandler = async (request, _response, next) => {
    if (!(await people.identify(headersOf(request)))) throw notSignedIn();
    next();
  };
  let description: object | null = null;
  app.get("/api/openapi.json", members, async (_, response) => {
    description ??= (await import("./http/describeApi.ts")).describeApi(deps.version);
    response.json(description);
  });
  app.get(streamPath, members, (request, response) => hub.join(request, response));
  // While one works on it, the files of client/api are served under /api as well.
  if (!deps.inDevelopment)
    app.use("/api", () => {
      throw notFound();
    });
  app.use(deps.client);
  app.use(answerErrors(deps.onTrouble));

  const { keep, now, onTrouble, isStopping, log, metrics } = deps;
  const webhook = createWebhook({ signers: deps.connections.signers, keep, now, onTrouble });
  const answer: RequestListener = (request, response) => {
    metrics.onRequest(request, response);
    if (isStopping()) app(request, response);
    else webhook(request, response, () => app(request, response));
  };
  return log ? (request, response) => log(request, response, () => answer(request, response)) : answer;
}

/** Headers of every answer. What demands TLS is left out where people reach us without it, or the page would not load. */
const security = (overTls: boolean, inDevelopment: boolean) =>
  helmet({
    strictTransportSecurity: overTls,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        ...(inDevelopment ? { "script-src": ["'self'", "'unsafe-inline'"], "connect-src": ["'self'", "ws:"] } : {}),
        // Mantine and React Flow set positions and colours as inline styles.
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
      },
    },
  });

/** The built client; any other address of a page is the client's own to show. */
export function builtClient(folder: string): RequestHandler {
  const router = express.Router();
  router.use(express.static(folder, { index: false, maxAge: "1h" }));
  router.get("/{*page}", (request, response, next) => {
    if (request.accepts("html")) response.set("cache-control", "no-store").sendFile(join(folder, "index.html"));
    else next();
  });
  return router;
}
