import type { Event, Subject } from "./event.ts";

/** A write of ours that Intercom will tell us about without saying who did it. */
export interface OwnWrite {
  kind: Subject["kind"];
  id: string;
  /** The start of the topics it comes back under. */
  topics: readonly string[];
}

/**
 * Conversation parts carry who wrote them and by which app; these do not. Source: Intercom 2.16, the paths of writes, and its
 * webhook topics.
 */
const kinds: readonly { path: RegExp; kind: Subject["kind"]; topics: readonly string[] }[] = [
  {
    path: /^\/contacts\/([^/]+)$/,
    kind: "contact",
    topics: ["contact.user.updated", "contact.lead.", "contact.email."],
  },
  { path: /^\/contacts\/([^/]+)\/tags/, kind: "contact", topics: ["contact.user.tag.", "contact.lead.tag."] },
  { path: /^\/contacts\/([^/]+)\/companies/, kind: "contact", topics: ["company.contact.", "contact.user.updated"] },
  {
    path: /^\/contacts\/([^/]+)\/subscriptions/,
    kind: "contact",
    topics: ["contact.subscribed", "contact.unsubscribed"],
  },
  { path: /^\/contacts\/([^/]+)\/(?:archive|block)$/, kind: "contact", topics: ["contact.archived"] },
  { path: /^\/contacts\/([^/]+)\/unarchive$/, kind: "contact", topics: ["contact.unarchive"] },
  { path: /^\/conversations\/([^/]+)\/tags/, kind: "conversation", topics: ["conversation_part.tag."] },
  { path: /^\/conversations\/([^/]+)\/customers/, kind: "conversation", topics: ["conversation.contact."] },
  { path: /^\/conversations\/([^/]+)$/, kind: "conversation", topics: ["conversation.company.", "conversation.read"] },
  { path: /^\/companies\/([^/]+)/, kind: "company", topics: ["company.updated"] },
  { path: /^\/tickets\/([^/]+)/, kind: "ticket", topics: ["ticket."] },
  { path: /^\/admins\/([^/]+)\/away$/, kind: "teammate", topics: ["admin.away_mode_updated"] },
];

/** What a request changes, where Intercom's event of it will not say that it was us; null for any other. */
export function ownWriteOf(method: string, path: string): OwnWrite | null {
  if (method === "GET") return null;
  const [plain = ""] = path.split("?");
  for (const { path: pattern, kind, topics } of kinds) {
    const id = pattern.exec(plain)?.[1];
    if (id !== undefined) return { kind, id: decodeURIComponent(id), topics };
  }
  return null;
}

/** Whether an event may be the echo of such a write. */
export const comesFrom = ({ kind, id, topics }: OwnWrite, { subject, topic }: Event): boolean =>
  subject?.kind === kind && subject.id === id && topics.some((start) => topic.startsWith(start));
