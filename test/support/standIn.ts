import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Call {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

/** What the stand-in does with a call instead of its work: answer so, hang up before doing it, or after. */
export type Mischief = { status: number; body?: unknown; retryAfter?: number } | "drop-before" | "drop-after" | null;

/**
 * A few of Intercom's endpoints over real HTTP on loopback, which remember what was done: enough to count effects. Every
 * conversation exists; parts are written by POST …/parts and …/reply. The one contact is told when it was last written to.
 */
export async function startStandIn(mischief: (call: Call, done: readonly Call[]) => Mischief = () => null) {
  const done: Call[] = [];
  const parts = new Map<string, Record<string, unknown>[]>();
  let contactedAt: number | null = null;
  const server = createServer(async (request, response) => {
    const call = { method: request.method ?? "", path: request.url ?? "", body: await bodyOf(request) };
    const trick = mischief(call, done);
    if (trick === "drop-before") return void request.socket.destroy();
    if (trick !== null && trick !== "drop-after") {
      if (trick.retryAfter !== undefined) response.setHeader("retry-after", trick.retryAfter);
      return void response.writeHead(trick.status).end(JSON.stringify(trick.body ?? {}));
    }
    const [, id = "", below] = /^\/conversations\/(\w+)(?:\/(\w+))?$/.exec(call.path) ?? [];
    const thread = parts.get(id) ?? [];
    if (call.method === "POST") {
      done.push(call);
      if (call.path === "/messages") contactedAt = Date.now() / 1000;
      const type = { assignment: "assignment", close: "close", note: "note", comment: "comment" }[
        String(call.body["message_type"])
      ];
      thread.push({
        id: String(done.length),
        part_type: type,
        body: call.body["body"],
        author: { id: call.body["admin_id"], type: "admin" },
        assigned_to: below === "parts" ? { type: call.body["type"], id: call.body["assignee_id"] } : null,
        created_at: Date.now() / 1000,
      });
      parts.set(id, thread);
    }
    if (trick === "drop-after") return void request.socket.destroy();
    response.writeHead(200, { "content-type": "application/json" });
    if (call.path.startsWith("/contacts/"))
      return void response.end(
        JSON.stringify({ type: "contact", id: "c1", role: "user", last_contacted_at: contactedAt }),
      );
    response.end(JSON.stringify({ type: "conversation", id, conversation_parts: { conversation_parts: thread } }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done,
    stop: () =>
      new Promise<void>((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let words = "";
  for await (const chunk of request) words += String(chunk);
  return words === "" ? {} : JSON.parse(words);
}
