import { addressOf, type Addressed } from "#shared/api/addressOf.ts";
import { Problem } from "#shared/api/problem.ts";
import type { Got, Route, Sent } from "#shared/api/route.ts";
import { Refusal, unreachable } from "./refusal.ts";

interface Options {
  signal?: AbortSignal;
  /** How much of it is out, from 0 to 1. */
  onShare?(share: number): void;
}

/**
 * Sends a file to one of our own endpoints that takes one, as it is and without reading it into memory. Not by `fetch`, which does not tell how
 * much has been sent.
 * @throws Refusal with what happened and what to do, in both languages; the signal's reason when it was stopped.
 */
export function sendFile<R extends Route & { upload: object }>(
  route: R,
  sent: Sent<R>,
  file: Blob,
  { signal, onShare }: Options = {},
): Promise<Got<R>> {
  const given: Addressed = sent;
  const request = new XMLHttpRequest();
  return new Promise<Got<R>>((resolve, reject) => {
    request.open(route.method.toUpperCase(), addressOf(route, given));
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => onShare?.(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      const body: unknown = request.response;
      if (request.status >= 200 && request.status < 300) return resolve(body as Got<R>);
      const problem = Problem.safeParse(body);
      return reject(problem.success ? new Refusal(request.status, problem.data) : unreachable);
    });
    request.addEventListener("error", () => reject(unreachable));
    request.addEventListener("abort", () => reject(signal?.reason ?? unreachable));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
