import type { Event, Subject } from "./event.ts";
import type { Facts } from "./facts.ts";
import {
  companyFrom,
  companyIn,
  contactFrom,
  conversationFrom,
  messageFromPart,
  messageFromSource,
} from "./normalise.ts";
import { entries, field, has, id as idOf, instant, record, string, type Raw } from "./raw.ts";
import { kindOfTopic } from "./topics.ts";

export type Notification = { outcome: "read"; event: Event; known: boolean } | { outcome: "refused"; why: string };

/** Parts that say something, as opposed to those that record a change. A closing or opening part may carry words too. */
const speaks = (part: Raw) => string(part["body"]) !== "";

function subjectOf(kind: Subject["kind"] | null, item: Raw): Subject | null {
  if (kind === null || kind === "other") return null;
  const nested = record(field(item, kind === "teammate" ? "admin" : kind));
  const found =
    kind === "conversation"
      ? (idOf(item["conversation_id"]) ?? idOf(item["id"]) ?? idOf(nested["id"]))
      : kind === "contact"
        ? (idOf(nested["id"]) ?? idOf(item["intercom_user_id"]) ?? idOf(item["id"]) ?? idOf(item["user_id"]))
        : (idOf(nested["id"]) ?? idOf(item["id"]));
  return found === null ? null : { kind, id: found };
}

function factsOf(item: Raw, kind: Subject["kind"] | null, part: Raw | undefined): Facts {
  if (kind === "conversation" && has(item, "source")) {
    const company = companyIn(item);
    return {
      conversation: conversationFrom(item),
      message: part && speaks(part) ? messageFromPart(part) : messageFromSource(item),
      ...(company ? { company } : {}),
    };
  }
  const contact = record(has(item, "contact") ? item["contact"] : item);
  const company = record(has(item, "company") ? item["company"] : item);
  return {
    ...(has(contact, "role") ? { contact: contactFrom(contact) } : {}),
    ...(has(company, "company_id") && has(company, "plan") ? { company: companyFrom(company) } : {}),
  };
}

function actorOf(item: Raw, part: Raw | undefined): Event["actor"] {
  const author = record(part ? part["author"] : record(item["source"])["author"]);
  const type = string(author["type"]);
  if (type === "") return null;
  return {
    kind: type === "admin" || type === "team" ? "teammate" : type === "bot" ? "bot" : "customer",
    id: string(author["id"]),
  };
}

/** Topics that can be about one thing only once in its life. */
const onceOnly = new Set([
  "conversation.user.created",
  "conversation.admin.single.created",
  "contact.user.created",
  "contact.lead.created",
  "company.created",
  "ticket.created",
]);

/**
 * The same for two deliveries of one happening, even under different notification ids. Where topic, object and part do
 * not tell happenings apart (two updates of a contact, two tags on one part) only the notification id does.
 */
function keyOf(appId: string, topic: string, subject: Subject, part: Raw | undefined, notificationId: string): string {
  const about = `${appId}:${topic}:${subject.kind}:${subject.id}`;
  if (onceOnly.has(topic)) return about;
  const partId = part && topic.startsWith("conversation.") ? string(part["id"]) : "";
  return partId ? `${about}:${partId}` : notificationId;
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

  const item = record(data["item"]);
  const kind = kindOfTopic(topic);
  const subject = subjectOf(kind, item);
  const part = entries(item["conversation_parts"], "conversation_parts", "data").at(-1);
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
      actor: kind === "conversation" ? actorOf(item, part) : null,
      part: part
        ? {
            id: string(part["id"]),
            type: string(part["part_type"]),
            appPackageCode: string(part["app_package_code"]) || null,
          }
        : null,
      facts: factsOf(item, kind, part),
    },
  };
}
