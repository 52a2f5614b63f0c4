import { useLocalStorage } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { query } from "../api/query.ts";

/** The conversation whose real values stand beside each chip: the one chosen in this browser, else the newest. */
export function useSample() {
  const [kept, choose] = useLocalStorage<string | null>({
    key: "switchboard.sample",
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const list = useQuery(query("listConversations", { query: { limit: 50 } }));
  const conversations = list.data?.conversations ?? [];
  // A conversation kept from another workspace is not in the list: then the newest stands in.
  const chosen = conversations.find(({ id }) => id === kept) ?? conversations[0];
  const facts = useQuery({
    ...query("getConversationFacts", { params: { id: chosen?.id ?? "" } }),
    enabled: chosen !== undefined,
  });
  return {
    conversations,
    chosen: chosen?.id ?? null,
    choose,
    facts: facts.data ?? null,
    error: list.error ?? facts.error,
    isLoading: list.isLoading,
  };
}
