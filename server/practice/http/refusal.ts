import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, Response } from "express";
import { z } from "zod";

/** What the practice answers instead of doing a thing. Thrown by the routes, written down by `writeRefusal`. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | null;
  /** Where to look instead, as a header `Link`. */
  readonly link: string | null;

  constructor(status: number, code: string, message: string, field: string | null = null, link: string | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
    this.link = link;
  }
}

/** Intercom's own words. Source: Intercom 2.16, examples of the 404 answers. */
export const notFound = (code = "not_found", message = "Resource Not Found"): Refusal =>
  new Refusal(404, code, message);

export const invalid = (message: string, field: string | null = null): Refusal =>
  new Refusal(400, "parameter_invalid", message, field);

/** What came in, by its schema. @throws Refusal 400 naming the first field that does not fit. */
export function read<T>(shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") || null;
  throw invalid(`${field ?? "The body"}: ${issue?.message ?? "does not fit"}`, field);
}

/** An answer in Intercom's error form, schema `error`. */
export function refuse(response: Response, { status, code, message, field, link }: Refusal): void {
  const fault = { code, message, ...(field === null ? {} : { field }) };
  if (link !== null) response.set("link", link);
  response.status(status).json({ type: "error.list", request_id: randomUUID(), errors: [fault] });
}

const BodyError = z.object({ status: z.number().min(400).max(499), message: z.string() });

/** The one place where a route's throw becomes an answer. What is no refusal is our own trouble: 500, and told. */
export const writeRefusal =
  (onTrouble: (error: unknown) => void): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof Refusal) return refuse(response, error);
    // Express's own readers throw errors with a status: a body that is no JSON, or too large, or a path that is no URL.
    const unreadable = BodyError.safeParse(error);
    if (unreadable.success)
      return refuse(response, new Refusal(unreadable.data.status, "bad_request", unreadable.data.message));
    onTrouble(error);
    refuse(response, new Refusal(500, "server_error", "The practice workspace failed."));
  };
