import type { RequestHandler } from "express";
import { foreignOrigin } from "./problems.ts";

const changing = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/**
 * Refuses a change that a browser sends from another site: cookies travel with such requests, intent does not. Scripts send
 * neither header and are let in by their key alone.
 */
export const onlyOwnOrigin: RequestHandler = (request, _response, next) => {
  if (!changing.has(request.method)) return next();
  const site = request.get("sec-fetch-site");
  const origin = request.get("origin");
  const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
  const foreignHost = origin !== undefined && hostOf(origin) !== request.get("host");
  if (foreignSite || (site === undefined && foreignHost)) throw foreignOrigin();
  return next();
};

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
