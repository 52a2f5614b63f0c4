import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";

interface LoggedRequest {
  url: string;
}

const addressIn = (url: string): string => url.replace(/^\/hooks\/.*/s, "/hooks/…");

/** Every request as a line, at debug. Cookies and keys let whoever reads them in, and so may an address that another tool calls. */
export const logRequests = (logger: Logger) =>
  pinoHttp({
    logger,
    useLevel: "debug",
    genReqId: () => randomUUID(),
    serializers: { req: (request: LoggedRequest) => ({ ...request, url: addressIn(request.url) }) },
    redact: ["req.headers.cookie", "req.headers.authorization", 'res.headers["set-cookie"]'],
  });
