/** What was done at Intercom, in order. */
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
 * As much of Intercom as the tortured workflow needs: it does once what each request that gets through asks for, and remembers it. Every
 * conversation and contact exists. @param now epoch milliseconds.
 */
export function createModel(now: () => number) {
  const done: Done[] = [];
  const talks = new Map<string, Talk>();
  const contactedAt = new Map<string, number>();
  const talk = (id: string): Talk => {
    const known = talks.get(id) ?? { parts: [], tags: new Set<string>() };
    talks.set(id, known);
    return known;
  };

  return {
    done,
    write(path: string, body: Record<string, unknown>): void {
      done.push({ path, body });
      if (path === "/messages") {
        const to = body["to"] as { id: string };
        return void contactedAt.set(to.id, now() / 1000);
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
        created_at: now() / 1000,
      });
    },
    read(path: string): object {
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
    },
  };
}
