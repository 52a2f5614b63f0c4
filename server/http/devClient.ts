import type { Server } from "node:http";
import { join } from "node:path";
import type { RequestHandler } from "express";

/** The client as Vite serves it while one works on it: changes show at once. Needs the packages of a development install. */
export async function devClient(server: Server): Promise<RequestHandler> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: join(import.meta.dirname, "../../vite.config.ts"),
    server: { middlewareMode: true, ws: { server } },
    appType: "spa",
  });
  return vite.middlewares;
}
