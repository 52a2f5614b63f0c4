import type { InboxConversation } from "#shared/api/conversations.ts";
import { readConversations, readFacts } from "../../intercom/readConversations.ts";
import type { Handlers } from "../mount.ts";
import { notFound, onlyInPractice, unanswered } from "../problems.ts";
import type { Services } from "./services.ts";

type Names =
  | "listConversations"
  | "getConversationFacts"
  | "listPracticeContacts"
  | "getPracticeConversation"
  | "startPracticeConversation"
  | "replyAsPracticeContact"
  | "closePracticeConversation"
  | "ratePracticeConversation";

export function conversationHandlers({ connections, call, practice }: Services): Pick<Handlers, Names> {
  const messenger = () => {
    if (connections.current().kind !== "practice") throw onlyInPractice();
    return practice;
  };
  const found = (conversation: InboxConversation | null): InboxConversation => {
    if (!conversation) throw notFound();
    return conversation;
  };
  return {
    async listConversations({ query }) {
      const read = await readConversations(call, connections.current().service, query.limit);
      if (!read.ok) throw unanswered(read);
      return { conversations: read.conversations };
    },
    async getConversationFacts({ params }) {
      const read = await readFacts(call, connections.current().service, params.id);
      if (!read.ok) throw read.status === 404 ? notFound() : unanswered(read);
      return read.facts;
    },
    listPracticeContacts: () => ({ contacts: messenger().contacts() }),
    getPracticeConversation: ({ params }) => found(messenger().conversation(params.id)),
    startPracticeConversation: ({ body }) => found(messenger().start(body.contactId, body.body)),
    replyAsPracticeContact: ({ params, body }) => found(messenger().reply(params.id, body.body)),
    closePracticeConversation: ({ params }) => found(messenger().closeConversation(params.id)),
    ratePracticeConversation: ({ params, body }) => found(messenger().rate(params.id, body.rating, body.remark)),
  };
}
