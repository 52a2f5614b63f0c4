import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type DestinationStream, type LevelWithSilent, pino } from "pino";
import { pinoHttp } from "pino-http";

/** The part of an address that lets whoever reads it in: a step's own, and whatever is asked for in a query. */
const addressIn = (url: string): string => url.replace(/\?.*/s, "?…").replace(/^\/hooks\/.*/s, "/hooks/…");

interface Told {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: Told;
}

/** What is told of an error: no properties that a library hung on it, which may be the body that it could not read. */
export function told(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error, message: "Something else than an error was thrown." };
  const { name, message, stack, cause } = error;
  return {
    type: name,
    // JSON.parse quotes what it could not read.
    message: error instanceof SyntaxError ? "Not JSON." : message,
    ...("code" in error && typeof error.code === "string" ? { code: error.code } : {}),
    stack: (stack ?? "")
      .split("\n")
      .filter((line) => line.startsWith("    at "))
      .join("\n"),
    ...(cause === undefined ? {} : { cause: told(cause) }),
  };
}

/** What is told of a request, and of its answer: what is named here and nothing else, since any header may hold a secret. */
const request = ({ id, method, url = "", originalUrl, socket }: IncomingMessage & { originalUrl?: string }) => ({
  id,
  method,
  url: addressIn(originalUrl ?? url),
  from: socket.remoteAddress,
});
const response = ({ statusCode }: ServerResponse) => ({ statusCode });

/** JSON lines on standard output, with neither bodies nor secrets at any level. */
export function createLog(level: LevelWithSilent, out: DestinationStream = pino.destination(1)) {
  const logger = pino({ level, serializers: { err: told } }, out);
  const requests: (request: IncomingMessage, response: ServerResponse, next: () => void) => void = pinoHttp({
    logger,
    useLevel: "debug",
    genReqId: () => randomUUID(),
    wrapSerializers: false,
    serializers: { req: request, res: response, err: told },
  });
  return {
    trouble: (error: unknown): void => logger.error({ err: error }, "trouble"),
    /** Every request, at level debug. */
    requests,
  };
}
