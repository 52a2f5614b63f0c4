import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RouteName } from "#shared/api/routes.ts";
import { StreamMessage, streamPath } from "#shared/api/stream.ts";

/** Which answers a message makes stale. */
const stale: Record<StreamMessage["type"], readonly RouteName[]> = {
  run: ["listRuns", "getRun", "why", "listWorkflows", "getPracticeConversation", "listConversations"],
  event: ["getConnection", "why", "listEvents", "listConversations", "getPracticeConversation"],
  workflow: ["listWorkflows", "why", "getWorkflow", "getConnection", "getLists"],
  shadow: ["listShadow", "getShadow"],
  connection: ["getOperation", "getConnection", "getLists", "listConversations", "listPracticeContacts"],
  hook: ["getHook"],
  table: ["listTables", "getTable", "listRows", "getLists"],
  rows: ["listTables", "listRows"],
  // The list itself is read again when somebody wants to see what has come: it would move under the hand.
  archive: ["getArchive", "getLeftOut"],
  resync: [],
};

/** Keeps what is on screen up to date from server-sent events; the browser comes back by itself. Tells whether the line is up. */
export function useStream(): boolean {
  const client = useQueryClient();
  const [up, setUp] = useState(true);
  useEffect(() => {
    const source = new EventSource(streamPath);
    source.addEventListener("open", () => setUp(true));
    source.addEventListener("error", () => setUp(false));
    source.addEventListener("message", ({ data }) => {
      const message = StreamMessage.safeParse(JSON.parse(String(data)));
      if (!message.success || message.data.type === "resync") return void client.invalidateQueries();
      for (const name of stale[message.data.type]) void client.invalidateQueries({ queryKey: [name] });
    });
    return () => source.close();
  }, [client]);
  return up;
}
