import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "#shared/api/routes.ts";
import { call } from "../../api/call.ts";
import { query } from "../../api/query.ts";

/** Fetches teams, teammates, tags and attributes from Intercom anew, for every screen. */
export function useRefreshLists() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(routes.refreshLists, {}),
    onSuccess: (answer) => client.setQueryData(query("getLists", {}).queryKey, answer),
  });
}
