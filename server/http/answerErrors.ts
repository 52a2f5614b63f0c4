import type { ErrorRequestHandler } from "express";
import { isDiskTrouble } from "../store/diskTrouble.ts";
import { cannotSave, internal, notJson, ProblemError, tooLarge } from "./problems.ts";

/** What Express's own body reader throws. */
function ofBody(error: unknown): ProblemError | null {
  const type = error instanceof Error && "type" in error ? String(error.type) : "";
  if (type === "entity.too.large") return tooLarge();
  return type.startsWith("entity.") || type.startsWith("encoding.") || type.startsWith("charset.") ? notJson() : null;
}

/** The one place where an error becomes an answer. What is not an expected outcome is logged and told in general words. */
export const answerErrors =
  (onTrouble: (error: unknown) => void): ErrorRequestHandler =>
  (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const known = error instanceof ProblemError ? error : ofBody(error);
    if (!known) onTrouble(error);
    const { status, problem } = known ?? (isDiskTrouble(error) ? cannotSave() : internal());
    response.status(status).set("cache-control", "no-store").json(problem);
  };
