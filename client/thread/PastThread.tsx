import { useQuery } from "@tanstack/react-query";
import { query } from "../api/query.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { Thread, type Until } from "./Thread.tsx";

interface Props {
  conversation: string;
  title?: string;
  until?: Until | undefined;
}

/** What really happened in a past conversation. */
export function PastThread({ conversation, title, until }: Props) {
  const asked = useQuery(query("getArchived", { params: { id: conversation } }));
  if (asked.error) return <Trouble error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Waiting />;
  const { parts, title: subject } = asked.data;
  return <Thread parts={parts} title={title} subject={subject} until={until} past />;
}
