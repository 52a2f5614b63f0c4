import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowSummary } from "#shared/api/workflows.ts";
import { call } from "../api/call.ts";
import { saveFile } from "../ui/saveFile.ts";
import { useNotice } from "../ui/useNotice.ts";

const longestName = 120;

/** What the menu of a row does. Duplicate and export take the draft: what one sees in the editor. */
export function useRowActions({ id, name }: WorkflowSummary) {
  const { t } = useTranslation("workflows");
  const client = useQueryClient();
  const notice = useNotice();
  const renew = () => client.invalidateQueries({ queryKey: ["listWorkflows"] });
  const exported = () => call(routes.exportWorkflow, { params: { id } });
  return {
    rename: useMutation({
      mutationFn: (newName: string) => call(routes.renameWorkflow, { params: { id }, body: { name: newName } }),
      onSuccess: renew,
    }),
    duplicate: useMutation({
      mutationFn: async () => {
        const { document } = await exported();
        const copy = Array.from(t("copyOf", { name })).slice(0, longestName).join("");
        return await call(routes.createWorkflow, { body: { name: copy, document } });
      },
      onSuccess: async (made) => {
        await renew();
        notice(t("duplicated", { name: made.name }));
      },
    }),
    exportFile: useMutation({
      mutationFn: async () => saveFile(`${name}.json`, `${JSON.stringify(await exported(), null, 2)}\n`),
    }),
    remove: useMutation({
      mutationFn: () => call(routes.deleteWorkflow, { params: { id } }),
      onSuccess: async () => {
        await renew();
        notice(t("deleted", { name }));
      },
    }),
  };
}
