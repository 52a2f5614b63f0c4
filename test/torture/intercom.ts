import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What goes wrong with one call; `true`: only after what it asks for was done. */
export type Mischief =
  | { does: "answer"; status: number; retryAfter?: number; afterwards: boolean }
  | { does: "hang up"; afterwards: boolean }
  | { does: "hang"; afterwards: boolean };

export interface Done {
  path: string;
  body: Record<string, unknown>;
}

interface Talk {
  parts: Record<string, unknown>[];
  tags: Set<string>;
}

const lists: Record<string, object> = {
  "/me": { type: "admin", id: "99", name: "Switchboard", email: "s@example.com", app: { id_code: "app", name: "App" } },
  "/admins": { type: "admin.list", admins: [{ type: "admin", id: "99", name: "Switchboard" }] },
  "/teams": { type: "team.list", teams: [{ type: "team", id: "7", name: "Billing" }] },
  "/tags": { type: "list", data: [{ type: "tag", id: "5", name: "VIP" }] },
};

const partTypes: Record<string, string> = {
  assignment: "assignment",
  close: "close",
  note: "note",
  comment: "comment",
};

/**
 * As much of Intercom as the torture's workflow needs, over real HTTP on loopback, in the process that lives on: it does what it is asked
 * once for each request that gets through, and remembers it. Every conversation and contact exists.
 * @param mischief asked for each call about a conversation or a message.
 */
export async function startIntercom(mischief: (method: string, path: string) => Mischief | null) {
  const done: Done[] = [];
  const talks = new Map<string, Talk>();
  const contactedAt = new Map<string, number>();
  const talk = (id: string): Talk => {
    const known = talks.get(id) ?? { parts: [], tags: new Set<string>() };
    talks.set(id, known);
    return known;
  };

  function write(path: string, body: Record<string, unknown>): void {
    done.push({ path, body });
    if (path === "/messages") {
      const to = body["to"] as { id: string };
      return void contactedAt.set(to.id, Date.now() / 1000);
    }
    const [, id = "", below] = /^\/conversations\/(\w+)\/(\w+)$/.exec(path) ?? [];
    const { parts, tags } = talk(id);
    if (below === "tags") return void tags.add(String(body["id"]));
    parts.push({
      id: String(done.length),
      part_type: partTypes[String(body["message_type"])],
      body: body["body"],
      author: { id: body["admin_id"], type: "admin" },
      assigned_to: below === "parts" ? { type: body["type"], id: body["assignee_id"] } : null,
      created_at: Date.now() / 1000,
    });
  }

  function read(path: string): object {
    const [, kind, id = ""] = /^\/(conversations|contacts)\/(\w+)/.exec(path) ?? [];
    if (kind === "contacts")
      return { type: "contact", id, role: "user", last_contacted_at: contactedAt.get(id) ?? null };
    if (kind !== "conversations") return lists[path.split("?")[0] ?? ""] ?? { type: "list", data: [] };
    const { parts, tags } = talk(id);
    return {
      type: "conversation",
      id,
      state: "open",
      tags: { tags: [...tags].map((tag) => ({ id: tag })) },
      conversation_parts: { conversation_parts: parts },
    };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url: path = "" } = request;
    const words = await wordsOf(request);
    const trick = /^\/(conversations\/|messages)/.test(path) ? mischief(method, path) : null;
    if (method === "POST" && (!trick || trick.afterwards)) write(path, JSON.parse(words));
    if (trick?.does === "hang") return;
    if (trick?.does === "hang up") return void request.socket.destroy();
    if (trick?.does === "answer") {
      if (trick.retryAfter !== undefined) response.setHeader("retry-after", trick.retryAfter);
      return void response.writeHead(trick.status).end("{}");
    }
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(read(path)));
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function wordsOf(request: IncomingMessage): Promise<string> {
  let words = "";
  for await (const chunk of request) words += String(chunk);
  return words;
}
