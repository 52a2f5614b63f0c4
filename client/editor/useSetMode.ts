import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "#shared/api/routes.ts";
import type { Mode } from "#shared/api/workflows.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";

/** Turns a workflow on or off. */
export function useSetMode(id: string) {
  const client = useQueryClient();
  const params = { id };
  return useMutation({
    mutationFn: (mode: Mode) => call(routes.setMode, { params, body: { mode } }),
    onSuccess({ mode }) {
      client.setQueryData(
        query("getWorkflow", { params }).queryKey,
        (before) => before && { ...before, mode, pause: null },
      );
      void client.invalidateQueries({ queryKey: ["listWorkflows"] });
    },
  });
}
