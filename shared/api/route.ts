import { z } from "zod";

/** Who may call a route. `public`: anyone; `member`: a signed-in person or the API key. There is no default: a route without one does not compile. */
export type Access = "public" | "member";

export interface Route {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** Express form, below the server's address: "/api/workflows/:id". */
  path: string;
  access: Access;
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** The body is a file as it is (application/octet-stream), of at most so many bytes, and is read as it comes. */
  upload?: { mostBytes: number };
  answer: z.ZodType;
  /** Outcomes with a body other than `answer`, by status. Every route may also answer `Problem` with 400, 401, 404 and 500. */
  refusals?: Record<number, z.ZodType>;
}

export const route = <const R extends Route>(definition: R): R => definition;

type Input<S> = S extends z.ZodType ? z.input<S> : undefined;
type Output<S> = S extends z.ZodType ? z.output<S> : undefined;
type Part<R extends Route, K extends "params" | "query" | "body"> = K extends keyof R ? R[K] : undefined;

/** What a caller sends. */
export type Sent<R extends Route> = {
  [K in "params" | "query" | "body" as Part<R, K> extends undefined ? never : K]: Input<Part<R, K>>;
};
/** What the handler receives. */
export type Received<R extends Route> = { [K in "params" | "query" | "body"]: Output<Part<R, K>> };
/** What a handler answers. */
export type Answer<R extends Route> = z.input<R["answer"]>;
/** What a caller gets. */
export type Got<R extends Route> = z.output<R["answer"]>;
