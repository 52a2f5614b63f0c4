import { z } from "zod";

/**
 * What GET /api/stream sends, as server-sent events: each `data` is one of these, each `id` grows, and a
 * browser that comes back with Last-Event-ID gets what it missed, or `resync` when that is too long ago.
 */
export const StreamMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("run"), id: z.string(), workflow: z.string(), status: z.string() }),
  z.object({ type: z.literal("event"), topic: z.string(), at: z.iso.datetime() }),
  z.object({ type: z.literal("workflow"), id: z.string() }),
  z.object({ type: z.literal("connection") }),
  /** Another tool called the address of a step. */
  z.object({ type: z.literal("hook"), workflow: z.string(), node: z.string() }),
  /** A table's name or columns have changed, or it has come or gone. */
  z.object({ type: z.literal("table"), id: z.string() }),
  z.object({ type: z.literal("rows"), table: z.string() }),
  /** Past conversations have come or gone, or an import stands otherwise: told a few times a second at most. */
  z.object({ type: z.literal("archive") }),
  z.object({ type: z.literal("resync") }),
]);
export type StreamMessage = z.infer<typeof StreamMessage>;
export const streamPath = "/api/stream";
