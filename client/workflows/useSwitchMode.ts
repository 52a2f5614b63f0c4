import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Mode } from "#shared/api/workflows.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";

/**
 * Turns a workflow on or off; the list shows it at once, and goes back when the server refuses.
 * @param onOff told, after it was turned off, how many of its runs are under way or wait.
 */
export function useSwitchMode(id: string, onOff: (underWay: number) => void) {
  const client = useQueryClient();
  const { queryKey } = query("listWorkflows", {});
  const show = (mode: Mode) =>
    client.setQueryData(
      queryKey,
      (list) =>
        list && {
          workflows: list.workflows.map((entry) => (entry.id === id ? { ...entry, mode, pause: null } : entry)),
        },
    );
  return useMutation({
    mutationFn: (mode: Mode) => call(routes.setMode, { params: { id }, body: { mode } }),
    onMutate: async (mode) => {
      await client.cancelQueries({ queryKey });
      show(mode);
    },
    onError: (_error, mode) => show(mode === "on" ? "off" : "on"),
    onSuccess: ({ mode, underWay }) => onOff(mode === "off" ? underWay : 0),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
