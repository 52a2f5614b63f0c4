import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { query } from "../api/query.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { EditorScreen } from "./EditorScreen.tsx";

/** Opens a workflow's draft. What the cache still has from before would be an old draft, so it is always asked for anew. */
export function Editor() {
  const { id = "" } = useParams();
  const workflow = useQuery({ ...query("getWorkflow", { params: { id } }), refetchOnMount: "always" });
  if (workflow.data && workflow.isFetchedAfterMount) return <EditorScreen key={id} detail={workflow.data} />;
  if (workflow.error) return <Trouble error={workflow.error} onRetry={() => void workflow.refetch()} />;
  return <Waiting />;
}
