import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { TableDetail } from "#shared/api/tables.ts";
import type { Column } from "#shared/tables/table.ts";
import { call } from "../api/call.ts";
import { NameDialog } from "./NameDialog.tsx";
import { useColumnChange } from "./useColumnChange.ts";

interface Props {
  table: TableDetail;
  column: Column;
  onClose: () => void;
}

export function RenameColumnDialog({ table, column, onClose }: Props) {
  const { t } = useTranslation("tables");
  const rename = useColumnChange((name: string) =>
    call(routes.renameColumn, { params: { id: table.id, column: column.id }, body: { name } }),
  );
  return (
    <NameDialog
      title={t("columnRenameTitle")}
      name={column.name}
      label={t("columnRename")}
      save={rename}
      onClose={onClose}
    />
  );
}
