import type { Subject } from "./event.ts";
import { string, type Raw } from "./raw.ts";

/** Topics that can be about one thing only once in its life. */
const onceOnly = new Set([
  "conversation.user.created",
  "conversation.admin.single.created",
  "conversation.deleted",
  "contact.user.created",
  "contact.lead.created",
  "contact.deleted",
  "company.created",
  "company.deleted",
  "ticket.created",
]);

/** Topics whose conversation carries just the part that fired, one for each happening. */
const onePartEach = new Set([
  "conversation.user.replied",
  "conversation.admin.replied",
  "conversation.operator.replied",
  "conversation.admin.noted",
  "conversation.admin.assigned",
  "conversation.admin.open.assigned",
  "conversation.admin.opened",
  "conversation.admin.closed",
  "conversation.admin.snoozed",
  "conversation.admin.unsnoozed",
]);

/**
 * The same for two deliveries of one happening, even under different notification ids. Where topic, object and part do
 * not tell happenings apart only the notification id does: two updates of a contact, two tags on one part, a priority
 * whose part is not known to be its own, two states of a ticket, which comes with all its parts as they are by then.
 */
export function keyOf(
  appId: string,
  topic: string,
  subject: Subject,
  part: Raw | undefined,
  notificationId: string,
): string {
  const about = `${appId}:${topic}:${subject.kind}:${subject.id}`;
  if (onceOnly.has(topic)) return about;
  const partId = part && onePartEach.has(topic) ? string(part["id"]) : "";
  return partId ? `${about}:${partId}` : notificationId;
}
