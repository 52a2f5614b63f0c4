import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { TableDetail } from "#shared/api/tables.ts";
import { joinWords } from "#shared/language/text.ts";
import type { Column } from "#shared/tables/table.ts";
import { call } from "../api/call.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { LossDialog } from "../ui/LossDialog.tsx";
import { useColumnChange } from "./useColumnChange.ts";

interface Props {
  table: TableDetail;
  column: Column;
  onClose: () => void;
}

/** Says what goes with the column, and which workflows will miss it. */
export function RemoveColumnDialog({ table, column, onClose }: Props) {
  const { t } = useTranslation("tables");
  const { say } = useSpeech();
  const remove = useColumnChange<void>(() =>
    call(routes.removeColumn, { params: { id: table.id, column: column.id } }),
  );
  const users = table.columns.find(({ id }) => id === column.id)?.usedBy.map(({ name }) => name) ?? [];
  return (
    <LossDialog
      title={t("columnRemoveTitle", { name: column.name })}
      losses={[
        t("columnRemoveHelp"),
        ...(users.length > 0 ? [t("columnUsed", { names: joinWords(users, say("and", "y")) })] : []),
      ]}
      label={t("columnRemoveDo")}
      remove={remove}
      onClose={onClose}
    />
  );
}
