import type { Attachment, Author, Conversation, Part, QuickReply } from "./documents/conversation.ts";
import type { Contact } from "./documents/people.ts";
import type { Tag } from "./documents/team.ts";
import { isMessageType, statisticsOf } from "./statistics.ts";

/** What somebody does in a conversation, before it is written down. */
export type Move = Pick<Part, "author" | "app_package_code"> &
  (
    | { type: "comment" | "note"; body: string; attachments?: readonly Attachment[]; chosen?: string | undefined }
    | { type: "quick_reply"; body: string | null; options: readonly QuickReply[]; attachments?: readonly Attachment[] }
    | { type: "assignment"; to: { type: "admin" | "team"; id: string; name: string } | null; body: string | null }
    | { type: "close"; body: string | null }
    | { type: "open" | "unsnoozed" }
    | { type: "snoozed"; until: number }
    | { type: "tagged" | "untagged"; tag: Tag }
    | {
        type: "attribute";
        name: string;
        value: string;
        previous: string | null;
        set: Conversation["custom_attributes"];
      }
    | { type: "rating"; rating: number; remark: string }
  );

/** Intercom's name of the part that records a move. An attribute is also set through the API in a teammate's name. */
const partTypes: Partial<Record<Move["type"], string>> = {
  tagged: "conversation_tags_updated",
  untagged: "conversation_tags_updated",
  attribute: "conversation_attribute_updated_by_admin",
  rating: "conversation_rating_changed",
};

const isCustomer = ({ author }: Pick<Move, "author">): boolean => author.type === "user" || author.type === "lead";

function assigned(conversation: Conversation, move: Move & { type: "assignment" }): Partial<Conversation> {
  if (move.to === null) return { admin_assignee_id: 0, team_assignee_id: 0 };
  return move.to.type === "team"
    ? { team_assignee_id: Number(move.to.id) }
    : { admin_assignee_id: Number(move.to.id), teammate_ids: [...new Set([...conversation.teammate_ids, move.to.id])] };
}

/** What a move changes in the conversation itself. A teammate's message changes no state: Intercom documents none. */
function changed(conversation: Conversation, move: Move, at: number): Partial<Conversation> {
  switch (move.type) {
    case "comment":
    case "quick_reply":
      return isCustomer(move)
        ? { state: "open", snoozed_until: null, read: false, waiting_since: conversation.waiting_since ?? at }
        : { read: true, waiting_since: null };
    case "assignment":
      return assigned(conversation, move);
    case "close":
      return { state: "closed", snoozed_until: null, waiting_since: null };
    case "open":
    case "unsnoozed":
      return { state: "open", snoozed_until: null };
    case "snoozed":
      return { state: "snoozed", snoozed_until: move.until };
    case "tagged": {
      const applied = { ...move.tag, applied_at: at, applied_by: { type: "admin" as const, id: move.author.id } };
      return { tags: [...conversation.tags.filter(({ id }) => id !== move.tag.id), applied] };
    }
    case "untagged":
      return { tags: conversation.tags.filter(({ id }) => id !== move.tag.id) };
    case "attribute":
      return { custom_attributes: { ...conversation.custom_attributes, ...move.set } };
    case "rating": {
      const teammate_id = conversation.admin_assignee_id === 0 ? null : String(conversation.admin_assignee_id);
      const { rating, remark } = move;
      return { conversation_rating: { rating, remark, created_at: at, updated_at: at, teammate_id } };
    }
    default:
      return {};
  }
}

function metadata(move: Move): Part["metadata"] {
  if (move.type === "quick_reply") return { quick_reply_options: [...move.options] };
  return "chosen" in move && move.chosen !== undefined ? { quick_reply_uuid: move.chosen } : {};
}

function details(move: Move): Pick<Part, "event_details" | "target" | "assigned_to"> {
  const none = { event_details: {}, target: null, assigned_to: null };
  if (move.type === "assignment")
    return move.to
      ? { ...none, target: move.to.name, assigned_to: { type: move.to.type, id: move.to.id } }
      : { ...none, assigned_to: { type: "nobody_admin", id: null } };
  if (move.type === "tagged" || move.type === "untagged") return { ...none, target: move.tag.name };
  if (move.type === "rating") return { ...none, target: String(move.rating) };
  if (move.type === "attribute")
    return {
      ...none,
      target: move.name,
      event_details: { attribute: { name: move.name }, value: { name: move.value, previous: move.previous } },
    };
  return none;
}

/**
 * Writes a move down: the part that records it, and the conversation as it is afterwards.
 * @param parts all parts before it. @param at epoch seconds.
 */
export function play(
  conversation: Conversation,
  parts: readonly Part[],
  move: Move,
  id: string,
  at: number,
): { conversation: Conversation; part: Part } {
  const after = { ...conversation, ...changed(conversation, move, at), updated_at: at };
  if (move.author.type === "admin" && "body" in move && (move.type === "note" || isMessageType(move.type)))
    after.teammate_ids = [...new Set([...after.teammate_ids, move.author.id])];
  const part: Part = {
    id,
    part_type: partTypes[move.type] ?? move.type,
    body: "body" in move ? move.body : null,
    created_at: at,
    author: move.author,
    state: after.state,
    tags: [],
    attachments: "attachments" in move ? [...(move.attachments ?? [])] : [],
    metadata: metadata(move),
    app_package_code: move.app_package_code,
    event: move.type === "untagged" ? "untag" : (partTypes[move.type] ?? move.type),
    ...details(move),
  };
  return { part, conversation: { ...after, statistics: statisticsOf(after, [...parts, part]) } };
}

interface First {
  body: string;
  subject: string;
  type: Conversation["source"]["type"];
  attachments?: readonly Attachment[];
}

/**
 * A conversation that a contact begins, or a teammate (`by`). Its first message is its `source`, never a part.
 * @param at epoch seconds.
 */
export function begin(
  contact: Contact,
  { attachments = [], ...first }: First,
  ids: { conversation: string; source: string },
  at: number,
  by: Author = authorOf(contact),
): Conversation {
  const fromTeam = by.type === "admin";
  const delivered_as = fromTeam ? ("admin_initiated" as const) : ("customer_initiated" as const);
  const source = { ...first, id: ids.source, author: by, url: null, delivered_as, attachments: [...attachments] };
  return {
    id: ids.conversation,
    title: null,
    created_at: at,
    updated_at: at,
    waiting_since: fromTeam ? null : at,
    snoozed_until: null,
    state: "open",
    read: fromTeam,
    priority: "none",
    admin_assignee_id: 0,
    team_assignee_id: 0,
    source,
    contact: { id: contact.id, external_id: contact.external_id },
    further_contacts: [],
    linked_tickets: [],
    company_id: contact.company_ids[0] ?? null,
    tags: [],
    teammate_ids: fromTeam ? [by.id] : [],
    conversation_rating: null,
    custom_attributes: {},
    statistics: statisticsOf({ created_at: at, source }, []),
  };
}

/** A contact as the author of what they write. */
export const authorOf = ({ id, role, name, email }: Contact): Author => ({ type: role, id, name, email });
