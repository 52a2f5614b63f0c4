import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";

type Operate = "leaveReview" | "stopEverything" | "carryOn" | "askIntercom";

/** Changes whether the server sends anything, and shows what it says then. */
export function useOperate(name: Operate) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(routes[name], {}),
    onSuccess: (operation) => client.setQueryData(query("getOperation", {}).queryKey, operation),
  });
}
