import { type Ticket, AttributeValue, type Company, type Contact, type Conversation, type Message } from "./facts.ts";
import { isAutomatic } from "./automaticMail.ts";
import { plainText } from "./plainText.ts";
import { entries, field, has, id, instant, list, number, record, string, type Raw } from "./raw.ts";

/** Who wrote or did something, by the type of an Intercom author. */
export const authorKind = (type: string): Message["authorKind"] =>
  type === "admin" || type === "team" ? "teammate" : type === "bot" ? "bot" : "customer";

const states = new Set(["open", "closed", "snoozed"]);

/** Custom attributes by name; what cannot be compared (objects) is left out. */
export function attributes(value: unknown): Conversation["attributes"] {
  const all = record(value);
  const kept: Conversation["attributes"] = {};
  for (const name of Object.keys(all)) {
    if (name in Object.prototype) continue;
    const raw = all[name];
    // Most are plain, and there are many: these need no look at the schema.
    const isNumber = typeof raw === "number" && Number.isFinite(raw);
    if (isNumber || typeof raw === "string" || typeof raw === "boolean" || raw === null) {
      kept[name] = raw;
      continue;
    }
    const parsed = AttributeValue.safeParse(raw);
    if (parsed.success) kept[name] = parsed.data;
  }
  return kept;
}

/** Up to 2.15 a conversation was `priority` or `not_priority`; since 2.16 it has five levels. */
function priority(value: string): Conversation["priority"] {
  if (value === "priority") return "high";
  return value === "low" || value === "medium" || value === "high" || value === "urgent" ? value : "none";
}

/** A `conversation` of any version, from REST or a webhook. Source: Intercom 2.16, GET /conversations/{id}. */
export function conversationFrom(value: unknown): Conversation {
  const raw = record(value);
  const source = record(raw["source"]);
  const state = string(raw["state"]);
  return {
    id: string(raw["id"]),
    title: plainText(string(raw["title"]) || string(source["subject"])),
    state: states.has(state) ? (state as Conversation["state"]) : raw["open"] === false ? "closed" : "open",
    read: raw["read"] === true,
    priority: priority(string(raw["priority"])),
    channel: string(source["type"]) || "conversation",
    startedBy: authorKind(string(record(source["author"])["type"])),
    firstMessage: plainText(string(source["body"])),
    teamId: id(raw["team_assignee_id"]),
    teammateId: id(raw["admin_assignee_id"]),
    tags: entries(raw["tags"], "tags", "data").map((tag) => ({ id: string(tag["id"]), name: string(tag["name"]) })),
    contactIds: entries(raw["contacts"], "contacts", "data").map((contact) => string(contact["id"])),
    companyId: id(record(raw["company"])["id"]),
    rating: number(record(raw["conversation_rating"])["rating"]),
    createdAt: instant(raw["created_at"]),
    updatedAt: instant(raw["updated_at"]),
    waitingSince: instant(raw["waiting_since"]),
    snoozedUntil: instant(raw["snoozed_until"]),
    attributes: attributes(raw["custom_attributes"]),
  };
}

/** A conversation part that carries words, as a message. Source: Intercom 2.16, schema `conversation_part`. */
export function messageFromPart(part: Raw): Message {
  const author = record(part["author"]);
  const text = plainText(string(part["body"]));
  const subject = string(record(part["email_message_metadata"])["subject"]);
  const kind = authorKind(string(author["type"]));
  return {
    id: string(part["id"]),
    text,
    subject,
    authorKind: kind,
    authorId: string(author["id"]),
    authorName: string(author["name"]),
    attachmentCount: list(part["attachments"]).length,
    automatic: kind === "customer" && isAutomatic(part, subject, text),
    at: instant(part["created_at"]),
  };
}

/** The first message of a conversation, which Intercom keeps in `source`, never among the parts. */
export function messageFromSource(conversation: Raw): Message {
  const source = record(conversation["source"]);
  const said = messageFromPart(source);
  const subject = string(source["subject"]);
  return {
    ...said,
    subject,
    automatic: said.automatic || (said.authorKind === "customer" && isAutomatic(source, subject, said.text)),
    at: instant(conversation["created_at"]),
  };
}

/** A `contact`, or a `visitor`, which says where it is in other words. Its `*_at` are ISO strings in webhooks and epoch seconds in REST. Source: Intercom 2.16, GET /contacts/{id}. */
export function contactFrom(value: unknown): Contact {
  const raw = record(value);
  const location = record(raw["location"]);
  const visited = record(raw["location_data"]);
  const role = string(raw["role"]) || string(raw["type"]);
  return {
    id: string(raw["id"]),
    role: role === "user" || role === "visitor" ? role : "lead",
    externalId: string(raw["external_id"]),
    name: string(raw["name"]),
    email: string(raw["email"]),
    phone: string(raw["phone"]),
    language: string(raw["language_override"]) || string(raw["browser_language"]),
    country: string(location["country"]) || string(visited["country_name"]),
    city: string(location["city"]) || string(visited["city_name"]),
    unsubscribed: raw["unsubscribed_from_emails"] === true,
    createdAt: instant(raw["created_at"]),
    signedUpAt: instant(raw["signed_up_at"]),
    lastSeenAt: instant(raw["last_seen_at"]),
    lastRepliedAt: instant(raw["last_replied_at"]),
    lastContactedAt: instant(raw["last_contacted_at"]),
    tagIds: entries(raw["tags"], "data", "tags").map((tag) => string(tag["id"])),
    companyIds: entries(raw["companies"], "data", "companies").map((company) => string(company["id"])),
    attributes: attributes(raw["custom_attributes"]),
  };
}

/** A `company`. Source: Intercom 2.16, GET /companies/{id}. */
export function companyFrom(value: unknown): Company {
  const raw = record(value);
  return {
    id: string(raw["id"]),
    companyId: string(raw["company_id"]),
    name: string(raw["name"]),
    plan: string(record(raw["plan"])["name"]),
    monthlySpend: number(raw["monthly_spend"]),
    size: number(raw["size"]),
    industry: string(raw["industry"]),
    website: string(raw["website"]),
    userCount: number(raw["user_count"]),
    createdAt: instant(raw["created_at"]),
    attributes: attributes(raw["custom_attributes"]),
  };
}

const ticketCategories = new Map<string, Ticket["category"]>([
  ["Back-office", "backOffice"],
  ["Tracker", "tracker"],
]);
const ticketStates = new Map<string, Ticket["stateCategory"]>([
  ["submitted", "submitted"],
  ["in_progress", "inProgress"],
  ["waiting_on_customer", "waitingOnCustomer"],
  ["resolved", "resolved"],
]);

/** A category of ticket states by Intercom's word for it; undefined for any other word. */
export const ticketStateFrom = (word: unknown): Ticket["stateCategory"] | undefined => ticketStates.get(string(word));

/**
 * A `ticket`. Bodies are HTML in webhooks too; up to 2.11 its state is a bare word with its names beside it.
 * Source: Intercom 2.16, GET /tickets/{id}.
 */
export function ticketFrom(value: unknown): Ticket {
  const raw = record(value);
  const { _default_title_: title, _default_description_: description, ...own } = record(raw["ticket_attributes"]);
  const state = record(raw["ticket_state"]);
  const type = record(raw["ticket_type"]);
  return {
    id: string(raw["id"]),
    number: string(raw["ticket_id"]),
    category: ticketCategories.get(string(raw["category"])) ?? "customer",
    typeId: string(type["id"]),
    typeName: string(type["name"]),
    stateId: string(state["id"]),
    stateName:
      string(state["internal_label"]) || string(state["external_label"]) || string(raw["ticket_state_internal_label"]),
    stateCategory: ticketStateFrom(state["category"]) ?? ticketStateFrom(raw["ticket_state"]) ?? "submitted",
    open: raw["open"] !== false,
    shared: raw["is_shared"] === true,
    title: string(title),
    description: plainText(string(description)),
    teamId: id(raw["team_assignee_id"]),
    teammateId: id(raw["admin_assignee_id"]),
    contactIds: entries(raw["contacts"], "contacts", "data").map((contact) => string(contact["id"])),
    companyId: id(raw["company_id"]),
    createdAt: instant(raw["created_at"]),
    updatedAt: instant(raw["updated_at"]),
    snoozedUntil: instant(raw["snoozed_until"]),
    attributes: attributes(own),
  };
}

/** A webhook's conversation may carry its company whole (2.16) or as a bare reference; only the whole one answers anything. */
export function companyIn(conversation: Raw): Company | undefined {
  const company = record(field(conversation, "company"));
  return has(company, "name") && has(company, "custom_attributes") ? companyFrom(company) : undefined;
}
