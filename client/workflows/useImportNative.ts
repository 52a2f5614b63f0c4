import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

/** Creates a workflow from one that was drawn in Intercom, given the address of its page or its number. */
export function useImportNative() {
  const client = useQueryClient();
  const { language } = useLanguage();
  return useMutation({
    mutationFn: (id: string) => call(routes.importNativeWorkflow, { body: { id, language } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["listWorkflows"] }),
  });
}
