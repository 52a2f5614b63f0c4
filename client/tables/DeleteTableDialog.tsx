import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { TableSummary } from "#shared/api/tables.ts";
import { joinWords } from "#shared/language/text.ts";
import { call } from "../api/call.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { useNotice } from "../ui/useNotice.ts";
import { LossDialog } from "../ui/LossDialog.tsx";

/** Says how many rows go with the table, and which workflows will miss it. */
export function DeleteTableDialog({ table, onClose }: { table: TableSummary; onClose: () => void }) {
  const { t } = useTranslation("tables");
  const { say } = useSpeech();
  const client = useQueryClient();
  const notice = useNotice();
  const remove = useMutation({
    mutationFn: () => call(routes.deleteTable, { params: { id: table.id } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["listTables"] });
      notice(t("deleted", { name: table.name }));
    },
  });
  const users = table.usedBy.map(({ name }) => name);
  return (
    <LossDialog
      title={t("deleteTitle", { name: table.name })}
      losses={[
        table.rows === 0 ? t("deleteEmpty") : t("deleteRows", { count: table.rows }),
        ...(users.length > 0 ? [t("deleteUsed", { names: joinWords(users, say("and", "y")) })] : []),
      ]}
      label={t("deleteDo")}
      remove={remove}
      onClose={onClose}
    />
  );
}
