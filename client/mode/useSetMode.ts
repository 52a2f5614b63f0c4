import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "#shared/api/routes.ts";
import type { Mode } from "#shared/workflow/mode.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";

/** What a workflow is set to; without a percentage the one it had stays. */
export interface ModeChoice {
  mode: Mode;
  percent?: number;
}

/** Sets what live events do with a workflow. */
export function useSetMode(id: string) {
  const client = useQueryClient();
  const params = { id };
  return useMutation({
    mutationFn: (body: ModeChoice) => call(routes.setMode, { params, body }),
    onSuccess({ mode, percent }) {
      const now = { mode, percent, pause: null };
      client.setQueryData(query("getWorkflow", { params }).queryKey, (before) => before && { ...before, ...now });
      client.setQueryData(
        query("listWorkflows", {}).queryKey,
        (list) =>
          list && { workflows: list.workflows.map((entry) => (entry.id === id ? { ...entry, ...now } : entry)) },
      );
      void client.invalidateQueries({ queryKey: ["listWorkflows"] });
    },
  });
}
