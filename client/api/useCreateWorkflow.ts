import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import type { Sent } from "#shared/api/route.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "./call.ts";

/** Creates a workflow and opens it in the editor. */
export function useCreateWorkflow() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: Sent<typeof routes.createWorkflow>["body"]) => call(routes.createWorkflow, { body }),
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: ["listWorkflows"] });
      await navigate(`/workflows/${id}`);
    },
  });
}
