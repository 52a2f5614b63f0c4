import type { Conversation } from "../documents/conversation.ts";
import { conversationView, type Form, partsView } from "../present/conversation.ts";
import type { Workspace } from "../workspace.ts";

/** A conversation with its company, as REST shows it: with all its parts, or without as in lists. */
export function showConversation(workspace: Workspace, conversation: Conversation, form: Form, withParts: boolean) {
  const { companies, conversations, appId } = workspace;
  const company = conversation.company_id === null ? null : companies.get(conversation.company_id);
  return {
    ...conversationView(conversation, company, appId, form),
    ...(withParts ? { conversation_parts: partsView(conversations.parts(conversation.id), form) } : {}),
  };
}
