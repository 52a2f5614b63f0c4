import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { entries, record, type Raw } from "#shared/events/raw.ts";

interface Rule {
  field: "created_at" | "updated_at";
  operator: ">" | "<";
  value: number;
}

/** What a workspace says of its limit: calls in a window, and how many are left of the one that ends so many seconds from now. */
export interface Limit {
  limit: number;
  left: number;
  resetSeconds: number;
}

const listsOf = new Set(["/teams", "/admins", "/tags", "/data_attributes", "/conversations", "/contacts"]);

/** A workspace with past conversations, over real HTTP on loopback: searched by time, read one by one; it counts what it was asked. */
export async function startWorkspaceStandIn(conversations: Map<string, Raw>) {
  const asked: string[] = [];
  const state: { limit: Limit | null; refuses: (path: string) => number | null } = { limit: null, refuses: () => null };

  function search(body: Raw) {
    const rules = entries(record(body["query"])["value"]) as unknown as Rule[];
    const { per_page = 20, starting_after: after } = record(body["pagination"]);
    const found = [...conversations.values()]
      .filter((each) =>
        rules.every(({ field, operator, value }) =>
          operator === ">" ? Number(each[field]) > value : Number(each[field]) < value,
        ),
      )
      .map(({ conversation_parts: _, ...each }) => each);
    const from = Number(after ?? 0);
    const page = found.slice(from, from + Number(per_page));
    const next = from + page.length < found.length ? { starting_after: String(from + page.length) } : null;
    return { type: "conversation.list", conversations: page, total_count: found.length, pages: { next } };
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const [path = ""] = (request.url ?? "").split("?");
      asked.push(`${request.method} ${path}`);
      const answer = (status: number, body: unknown) => {
        const { limit } = state;
        response.writeHead(status, {
          "content-type": "application/json",
          ...(limit
            ? {
                "x-ratelimit-limit": limit.limit,
                "x-ratelimit-remaining": limit.left,
                "x-ratelimit-reset": Math.floor(Date.now() / 1000) + limit.resetSeconds,
              }
            : {}),
        });
        response.end(JSON.stringify(body));
      };
      const refused = state.refuses(path);
      if (refused !== null) return answer(refused, { type: "error.list", errors: [] });
      const [, kind, id = ""] = /^\/(conversations|contacts)\/([^/]+)$/.exec(path) ?? [];
      if (path === "/me")
        return answer(200, { type: "admin", id: "99", name: "Bot", app: { id_code: "stand-in", name: "Stand-in" } });
      if (path === "/conversations/search") return answer(200, search(JSON.parse(Buffer.concat(chunks).toString())));
      if (kind === "conversations") {
        const found = conversations.get(id);
        return found ? answer(200, found) : answer(404, {});
      }
      if (kind === "contacts")
        return answer(200, {
          type: "contact",
          id,
          role: "user",
          name: `Name of ${id}`,
          email: `${id}@mail.example`,
          custom_attributes: { plan: "gold" },
        });
      return answer(listsOf.has(path) ? 200 : 404, { type: "list", data: [] });
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    asked,
    /** Ids of conversations that were read, in their order. */
    read: () => asked.flatMap((each) => /^GET \/conversations\/(\d+)$/.exec(each)?.[1] ?? []),
    contactsRead: () => asked.filter((each) => each.startsWith("GET /contacts/")),
    stop: () =>
      new Promise<void>((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
}
