import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import type { Event } from "#shared/events/event.ts";
import { conversationFrom, messageFromSource } from "#shared/events/normalise.ts";

/** A drawing from steps and lines written as "from.exit>to". */
export function drawing(
  nodes: Record<string, [type: string, config: WorkflowNode["config"]]>,
  lines: string[],
): WorkflowDocument {
  return {
    format: 1,
    nodes: Object.entries(nodes).map(([id, [type, config]]) => ({ id, type, config })),
    edges: lines.map((line) => {
      const [, from = "", outlet = "", to = ""] = /^(\w+)\.(\w+)>(\w+)$/.exec(line) ?? [];
      return { from, outlet, to };
    }),
    layout: [],
  };
}

/** A customer's first message, as a webhook of API 2.16 tells it. */
export function firstMessage(body: string, more: Record<string, unknown> = {}): Event {
  const item = {
    type: "conversation",
    id: "901",
    created_at: 1_790_000_000,
    state: "open",
    source: { type: "conversation", id: "1", body, author: { type: "user", id: "c1", name: "Ada Byron" } },
    contacts: { contacts: [{ id: "c1" }] },
    admin_assignee_id: 0,
    team_assignee_id: 0,
    ...more,
  };
  return {
    id: "n1",
    key: "app:conversation.user.created:conversation:901",
    topic: "conversation.user.created",
    appId: "app",
    at: 1_790_000_000_000,
    subject: { kind: "conversation", id: "901" },
    actor: { kind: "customer", id: "c1" },
    part: null,
    facts: { conversation: conversationFrom(item), message: messageFromSource(item) },
  };
}

/** A customer writes: the team is assigned, and a note is left. */
export const assignAndNote = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    assign: ["intercom.assign", { to: { list: "teams", id: "7" } }],
    note: ["intercom.addNote", { note: ["Routed: ", { ref: "message.text" }] }],
  },
  ["start.next>assign", "assign.next>note"],
);
