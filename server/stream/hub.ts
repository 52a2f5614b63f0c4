import type { Request, Response } from "express";
import type { StreamMessage } from "#shared/api/stream.ts";

const mostKept = 1_000;
const beatMs = 25_000;

/** Tells every open browser what has changed, and one that comes back what it missed. */
export function createHub() {
  const open = new Set<Response>();
  let kept: { id: number; message: StreamMessage }[] = [];
  // Ids go on growing over a restart, so that a browser from before is told to ask for everything again.
  let last = Date.now() * 1_000;

  const write = (response: Response, id: number, message: StreamMessage) =>
    void response.write(`id: ${id}\ndata: ${JSON.stringify(message)}\n\n`);

  const beat = setInterval(() => {
    for (const response of open) response.write(": still here\n\n");
  }, beatMs);
  beat.unref();

  return {
    tell(message: StreamMessage): void {
      last += 1;
      kept.push({ id: last, message });
      if (kept.length > mostKept) kept = kept.slice(-mostKept / 2);
      for (const response of open) write(response, last, message);
    },
    /** Keeps the response open as server-sent events. */
    join(request: Request, response: Response): void {
      response.set({ "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" });
      response.flushHeaders();
      const seen = Number(request.get("last-event-id") ?? Number.NaN);
      const oldest = kept[0]?.id ?? last + 1;
      if (seen + 1 < oldest) write(response, last, { type: "resync" });
      else for (const { id, message } of kept) if (id > seen) write(response, id, message);
      open.add(response);
      request.on("close", () => open.delete(response));
    },
    close(): void {
      clearInterval(beat);
      for (const response of open) response.end();
      open.clear();
    },
  };
}

export type Hub = ReturnType<typeof createHub>;
