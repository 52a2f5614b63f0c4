import { createHmac, randomUUID } from "node:crypto";
import type { Waiting } from "../store/practice.ts";
import type { Conversation, Part } from "./documents/conversation.ts";
import type { Contact } from "./documents/people.ts";
import type { AppliedTag } from "./documents/team.ts";
import { contactInWebhook } from "./present/contact.ts";
import { conversationView, partsView } from "./present/conversation.ts";
import { appliedTagView } from "./present/team.ts";
import type { Workspace } from "./workspace.ts";

/** Puts notifications into the outbox, inside the transaction of the change they tell of. */
export function createNotifications(workspace: Workspace) {
  const { appId, outbox, companies } = workspace;
  const announce = (topic: string, item: object, at: number) => outbox.add(`notif_${randomUUID()}`, topic, item, at);

  /** A conversation as webhooks carry it: plain text, and only the part that fired. */
  const conversationItem = (conversation: Conversation, fired: readonly Part[]) => ({
    ...conversationView(
      conversation,
      conversation.company_id === null ? null : companies.get(conversation.company_id),
      appId,
      "plain",
    ),
    conversation_parts: partsView(fired, "plain"),
  });

  return {
    /** @param at epoch seconds. */
    conversation: (topic: string, conversation: Conversation, fired: readonly Part[], at: number): void =>
      announce(topic, conversationItem(conversation, fired), at),
    /** Intercom's documentation calls the item a part; captures show the conversation with the tagged part. */
    tagged(conversation: Conversation, tagged: Part | null, tag: AppliedTag, at: number): void {
      const item = conversationItem(conversation, tagged ? [tagged] : []);
      // Who applied it stands with the tag (schema `tag`): no part tells it, since the tagged one is the customer's.
      const tags_added = { type: "tag.list", tags: [appliedTagView(tag)] };
      announce("conversation_part.tag.created", { ...item, tags_added }, at);
    },
    contactUpdated: (contact: Contact, at: number): void =>
      announce(`contact.${contact.role}.updated`, contactInWebhook(contact, appId), at),
  };
}

export type Notifications = ReturnType<typeof createNotifications>;

/**
 * The body and headers of one delivery. The id stays the same over all attempts. Source: Intercom developer
 * documentation, "Webhooks": envelope, `X-Hub-Signature: sha1=` with the HMAC of the raw body.
 */
export function sealed(waiting: Waiting, appId: string, clientSecret: string, now: number) {
  const body = JSON.stringify({
    type: "notification_event",
    app_id: appId,
    data: { type: "notification_event_data", item: waiting.item },
    links: {},
    id: waiting.id,
    topic: waiting.topic,
    delivery_status: waiting.attempts === 0 ? "pending" : "retry",
    delivery_attempts: waiting.attempts + 1,
    delivered_at: 0,
    first_sent_at: Math.floor((waiting.firstSentAt ?? now) / 1000),
    created_at: waiting.createdAt,
    self: null,
  });
  const signature = `sha1=${createHmac("sha1", clientSecret).update(body).digest("hex")}`;
  return { body, headers: { "content-type": "application/json", "x-hub-signature": signature } };
}
