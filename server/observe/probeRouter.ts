import { createHash, timingSafeEqual } from "node:crypto";
import express, { type Request, type Router } from "express";
import type { Metrics } from "./createMetrics.ts";
import type { Readiness } from "./createReadiness.ts";

export interface ProbeDeps {
  readiness: Readiness;
  metrics: Pick<Metrics, "text" | "contentType">;
  /** Reads the metrics and nothing else; without one only whoever is let in anyway reads them. */
  metricsToken: string | undefined;
  /** A person who is signed in, or the API key. */
  isMember(request: Request): Promise<boolean>;
}

const digest = (words: string) => createHash("sha256").update(words).digest();

/** What watches the server asks: `/ready`, for anybody, and `/metrics`, for whoever has a key. */
export function probeRouter({ readiness, metrics, metricsToken, isMember }: ProbeDeps): Router {
  const router = express.Router();
  router.get("/ready", (_, response) => {
    const reasons = readiness();
    response.status(reasons.length === 0 ? 200 : 503).set("cache-control", "no-store");
    response.json({ ready: reasons.length === 0, reasons });
  });
  router.get("/metrics", async (request, response) => {
    const bearer = /^Bearer (.+)$/.exec(request.get("authorization") ?? "")?.[1];
    const fits =
      bearer !== undefined && metricsToken !== undefined && timingSafeEqual(digest(bearer), digest(metricsToken));
    response.set("cache-control", "no-store");
    if (!fits && !(await isMember(request)))
      return void response.status(401).set("www-authenticate", "Bearer").type("text/plain").send("A key is needed.\n");
    response.set("content-type", metrics.contentType).send(await metrics.text());
  });
  return router;
}
