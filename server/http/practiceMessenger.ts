import type { InboxConversation, PracticeContact } from "#shared/api/conversations.ts";

/** What the messenger screen asks of the practice workspace; null where there is no such contact or conversation. */
export interface PracticeMessenger {
  contacts(): PracticeContact[];
  conversation(id: string): InboxConversation | null;
  start(contactId: string, body: string): InboxConversation | null;
  reply(id: string, body: string): InboxConversation | null;
  closeConversation(id: string): InboxConversation | null;
  /** Does nothing to one that is not closed. */
  rate(id: string, rating: number, remark: string): InboxConversation | null;
}
