import { useQuery } from "@tanstack/react-query";
import { query } from "../../api/query.ts";
import { useScope } from "../useScope.ts";

/** The address of the step whose form is open, and what was sent to it last; the stream keeps it up to date. */
export function useHook() {
  const { step } = useScope();
  const params = { id: step.workflow, node: step.node };
  return { params, hook: useQuery(query("getHook", { params })) };
}
