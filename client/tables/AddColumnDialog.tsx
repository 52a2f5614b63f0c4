import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { TableDetail } from "#shared/api/tables.ts";
import { ColumnType } from "#shared/tables/table.ts";
import { call } from "../api/call.ts";
import { NameDialog } from "./NameDialog.tsx";
import { useColumnChange } from "./useColumnChange.ts";

export function AddColumnDialog({ table, onClose }: { table: TableDetail; onClose: () => void }) {
  const { t } = useTranslation("tables");
  const [type, setType] = useState<ColumnType>("text");
  const add = useColumnChange((name: string) =>
    call(routes.addColumn, { params: { id: table.id }, body: { name, type } }),
  );
  return (
    <NameDialog title={t("columnTitle")} name="" label={t("addColumn")} save={add} onClose={onClose}>
      <Select
        label={t("columnType")}
        data={ColumnType.options.map((value) => ({ value, label: t(`type_${value}`) }))}
        value={type}
        onChange={(value) => value !== null && setType(ColumnType.parse(value))}
        allowDeselect={false}
      />
    </NameDialog>
  );
}
