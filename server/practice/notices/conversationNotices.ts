import type { Conversation, Part } from "../documents/conversation.ts";
import type { Contact } from "../documents/people.ts";
import type { AppliedTag } from "../documents/team.ts";
import { contactInWebhook } from "../present/contact.ts";
import { conversationView, partsView } from "../present/conversation.ts";
import { appliedTagView } from "../present/team.ts";
import type { Workspace } from "../workspace.ts";
import { createAnnounce } from "./announce.ts";

/** What is told of conversations. `at` is in epoch seconds. */
export function conversationNotices(workspace: Workspace) {
  const { appId, companies } = workspace;
  const announce = createAnnounce(workspace);

  /** A conversation as webhooks carry it: plain text, and only the part that fired. */
  const itemOf = (conversation: Conversation, fired: readonly Part[]) => {
    const company = conversation.company_id === null ? null : companies.get(conversation.company_id);
    return {
      ...conversationView(conversation, company, appId, "plain"),
      conversation_parts: partsView(fired, "plain"),
    };
  };

  return {
    changed: (topic: string, conversation: Conversation, fired: readonly Part[], at: number): void =>
      announce(topic, itemOf(conversation, fired), at),
    /** Intercom's documentation calls the item a part; captures show the conversation with the tagged part. */
    tagged(conversation: Conversation, tagged: Part | null, tag: AppliedTag, at: number): void {
      const item = itemOf(conversation, tagged ? [tagged] : []);
      // Who applied it stands with the tag (schema `tag`): no part tells it, since the tagged one is the customer's.
      const tags_added = { type: "tag.list", tags: [appliedTagView(tag)] };
      announce("conversation_part.tag.created", { ...item, tags_added }, at);
    },
    /** Captures carry a bare inner model of the conversation here, not what REST shows. */
    participant(what: "attached" | "detached", conversation: Conversation, contact: Contact, at: number): void {
      const { id, created_at, updated_at, state, admin_assignee_id, team_assignee_id, title } = conversation;
      const model = { id, created_at, updated_at, state, admin_assignee_id, team_assignee_id, title };
      const item = { conversation: model, contact: contactInWebhook(contact, appId) };
      announce(`conversation.contact.${what}`, item, at);
    },
  };
}

export type ConversationNotices = ReturnType<typeof conversationNotices>;
