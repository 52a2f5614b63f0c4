import { useQueryClient } from "@tanstack/react-query";
import type { InboxConversation } from "#shared/api/conversations.ts";
import { query } from "../api/query.ts";

/**
 * Shows a conversation as our own message or closing left it, and asks again: a workflow may have answered it before our
 * own answer came, and what the stream said of that is then past.
 */
export function useShowChanged(): (conversation: InboxConversation) => void {
  const client = useQueryClient();
  return (conversation) => {
    const { queryKey } = query("getPracticeConversation", { params: { id: conversation.id } });
    client.setQueryData(queryKey, conversation);
    void client.invalidateQueries({ queryKey });
    void client.invalidateQueries({ queryKey: ["listConversations"] });
  };
}
