import { useQuery } from "@tanstack/react-query";
import type { WorkflowSummary } from "#shared/api/workflows.ts";
import { query } from "../api/query.ts";

/** Published workflows that a person can run on a conversation. */
export const useByHandWorkflows = (): WorkflowSummary[] =>
  (useQuery(query("listWorkflows", {})).data?.workflows ?? []).filter(({ byHand }) => byHand.includes("conversation"));
