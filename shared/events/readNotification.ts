import type { Event, Subject } from "./event.ts";
import type { Facts } from "./facts.ts";
import { firedPart, partsOf, speaks } from "./firedPart.ts";
import { happeningFrom } from "./happening.ts";
import { keyOf } from "./keyOf.ts";
import {
  authorKind,
  companyFrom,
  companyIn,
  contactFrom,
  conversationFrom,
  messageFromPart,
  messageFromSource,
  ticketFrom,
} from "./normalise.ts";
import { entries, field, has, id as idOf, instant, record, string, type Raw } from "./raw.ts";
import { kindOfTopic } from "./topics.ts";

export type Notification = { outcome: "read"; event: Event; known: boolean } | { outcome: "refused"; why: string };

/** The types whose own id is a contact's; events and subscriptions are about contacts, but have ids of their own. */
const contactTypes = new Set(["", "contact", "user", "lead", "visitor"]);

function subjectOf(kind: Subject["kind"] | null, item: Raw): Subject | null {
  if (kind === null || kind === "other") return null;
  const nested = record(field(item, kind === "teammate" ? "admin" : kind));
  const own = kind !== "contact" || contactTypes.has(string(item["type"])) ? idOf(item["id"]) : null;
  const found =
    kind === "conversation"
      ? (idOf(item["conversation_id"]) ?? own ?? idOf(nested["id"]))
      : kind === "contact"
        ? (idOf(nested["id"]) ?? idOf(item["intercom_user_id"]) ?? own ?? idOf(item["user_id"]))
        : (idOf(nested["id"]) ?? own);
  return found === null ? null : { kind, id: found };
}

/** A ticket's message is the part that fired, or else what it began with. */
function messageIn(ticket: Raw, part: Raw | undefined): Facts["message"] {
  const spoken = part && speaks(part) ? part : partsOf(ticket).find(speaks);
  return spoken ? messageFromPart(spoken) : undefined;
}

/** The objects that an event brings whole; what it only names is read where a step asks for it. */
function objectsOf(item: Raw, kind: Subject["kind"] | null, part: Raw | undefined): Facts {
  if (kind === "conversation" && has(item, "source")) {
    const company = companyIn(item);
    return {
      conversation: conversationFrom(item),
      message: part && speaks(part) ? messageFromPart(part) : messageFromSource(item),
      ...(company ? { company } : {}),
    };
  }
  if (kind === "teammate" || kind === "other" || kind === null) return {};
  const contact = record(has(item, "contact") ? item["contact"] : item);
  const company = record(has(item, "company") ? item["company"] : item);
  const message = kind === "ticket" ? messageIn(item, part) : undefined;
  return {
    ...(kind === "ticket" && has(item, "ticket_state") ? { ticket: ticketFrom(item) } : {}),
    ...(message ? { message } : {}),
    ...(has(contact, "role") || contact["type"] === "visitor" ? { contact: contactFrom(contact) } : {}),
    ...(has(company, "company_id") && has(company, "plan") ? { company: companyFrom(company) } : {}),
  };
}

function factsOf(topic: string, item: Raw, kind: Subject["kind"] | null, part: Raw | undefined): Facts {
  const happening = happeningFrom(topic, item, part);
  return { ...objectsOf(item, kind, part), ...(happening ? { happening } : {}) };
}

/** Whoever put the latest tag on; the part that carries it is somebody's words. */
const taggedBy = (item: Raw): Raw => {
  const added = string(entries(item["tags_added"], "tags", "data").at(-1)?.["id"]);
  return record(entries(item["tags"], "tags", "data").find((tag) => string(tag["id"]) === added)?.["applied_by"]);
};

function actorOf(topic: string, item: Raw, part: Raw | undefined): Event["actor"] {
  const started = topic.endsWith(".created") ? record(record(item["source"])["author"]) : {};
  const author = topic === "conversation_part.tag.created" ? taggedBy(item) : part ? record(part["author"]) : started;
  const type = string(author["type"]);
  return type === "" ? null : { kind: authorKind(type), id: string(author["id"]) };
}

/**
 * Reads one webhook body, of any API version from 2.10 to 2.16. `known` is false for a topic that we have no name for:
 * such an event is kept and shown, and starts nothing. Refused: not an Intercom notification at all.
 */
export function readNotification(body: unknown): Notification {
  const envelope = record(body);
  const topic = string(envelope["topic"]);
  if (string(envelope["type"]) !== "notification_event")
    return { outcome: "refused", why: "type must be notification_event" };
  if (!/^[a-z][a-z_.]{0,99}$/.test(topic)) return { outcome: "refused", why: "topic must be a dotted name" };
  const appId = string(envelope["app_id"]);
  if (appId === "") return { outcome: "refused", why: "app_id is missing" };
  const data = record(envelope["data"]);
  if (!has(data, "item") || Object.keys(record(data["item"])).length === 0)
    return { outcome: "refused", why: "data.item must be an object" };

  const kind = kindOfTopic(topic);
  const sent = record(data["item"]);
  // Since 2.15 a closed ticket comes one level down.
  const item = kind === "ticket" && has(record(sent["ticket"]), "id") ? { ...sent, ...record(sent["ticket"]) } : sent;
  const subject = subjectOf(kind, item);
  const part = kind === "conversation" || kind === "ticket" ? firedPart(topic, item) : undefined;
  const at = instant(envelope["created_at"]) ?? instant(envelope["first_sent_at"]) ?? 0;
  const id = string(envelope["id"]) || `derived:${topic}:${subject?.id ?? ""}:${at}`;
  return {
    outcome: "read",
    known: kind !== null,
    event: {
      id,
      key: subject ? keyOf(appId, topic, subject, part, id) : id,
      topic,
      appId,
      at,
      subject,
      actor: kind === "conversation" || kind === "ticket" ? actorOf(topic, item, part) : null,
      part: part
        ? {
            id: string(part["id"]),
            type: string(part["part_type"]),
            appPackageCode: string(part["app_package_code"]) || null,
          }
        : null,
      facts: factsOf(topic, item, kind, part),
    },
  };
}
