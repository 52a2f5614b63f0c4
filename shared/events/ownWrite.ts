import type { Event, Subject } from "./event.ts";
import { record, string } from "./raw.ts";

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
  { path: /^\/contacts\/([^/]+)\/companies/, kind: "contact", topics: ["contact.user.updated"] },
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

const membership = /^\/contacts\/[^/]+\/companies(?:\/([^/]+))?$/;

/** What a request changes, where Intercom's events of it will not say that it was us. */
export function ownWritesOf({ method, path, body }: { method: string; path: string; body?: unknown }): OwnWrite[] {
  if (method === "GET") return [];
  const [plain = ""] = path.split("?");
  const writes: OwnWrite[] = [];
  const changed = kinds.find(({ path: pattern }) => pattern.test(plain));
  const id = changed?.path.exec(plain)?.[1];
  if (changed && id !== undefined) writes.push({ ...changed, id: decodeURIComponent(id) });
  // Who joins or leaves a company is told as something about the company.
  const joined = membership.exec(plain);
  if (joined) {
    const company = joined[1] === undefined ? string(record(body)["id"]) : decodeURIComponent(joined[1]);
    writes.push({ kind: "company", id: company, topics: ["company.contact."] });
  }
  return writes;
}

/** Whether an event may be the echo of such a write. */
export const comesFrom = ({ kind, id, topics }: OwnWrite, { subject, topic }: Event): boolean =>
  subject?.kind === kind && subject.id === id && topics.some((start) => topic.startsWith(start));
