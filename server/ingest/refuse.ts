import type { ServerResponse } from "node:http";
import type { ErrorRequestHandler } from "express";

/** What a sender's log shows of a call that was not taken. */
export function refuse(response: ServerResponse, status: number, error: string): void {
  const body = JSON.stringify({ error });
  const headers = { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(body) };
  response.writeHead(status, headers).end(body);
}

/** What Express's body reader throws: a body that is too large, cut off or oddly encoded. */
export const refuseBody: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
  if (error.status === undefined || error.status >= 500) return next(error);
  return refuse(
    response,
    error.status,
    error.status === 413 ? "The body is larger than 1 MiB." : "The body cannot be read.",
  );
};
