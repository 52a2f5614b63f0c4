import { ActionIcon, Menu } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { routes } from "#shared/api/routes.ts";
import type { TableSummary } from "#shared/api/tables.ts";
import { call } from "../api/call.ts";
import { DeleteTableDialog } from "./DeleteTableDialog.tsx";
import { NameDialog } from "./NameDialog.tsx";
import classes from "./TableList.module.css";
import { useExport } from "./useExport.ts";

/** One table of the list: how much it holds, and which workflows use it. */
export function TableRow({ table }: { table: TableSummary }) {
  const { t } = useTranslation("tables");
  const client = useQueryClient();
  const exportFile = useExport(table);
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null);
  const rename = useMutation({
    mutationFn: (name: string) => call(routes.renameTable, { params: { id: table.id }, body: { name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["listTables"] }),
  });
  return (
    <li className={classes.row}>
      <Link className={classes.name} to={`/tables/${table.id}`}>
        {table.name}
      </Link>
      <span className={`${classes.quiet} tabular`}>{t("rows", { count: table.rows })}</span>
      <span className={classes.quiet}>
        {table.usedBy.length === 0 ? t("unused") : `${t("usedIn")} `}
        {table.usedBy.map(({ id, name }, place) => (
          <Fragment key={id}>
            {place > 0 && ", "}
            <Link to={`/workflows/${id}`}>{name}</Link>
          </Fragment>
        ))}
      </span>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("more", { name: table.name })}>
            <Ellipsis size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => setDialog("rename")}>
            {t("rename")}
          </Menu.Item>
          <Menu.Item leftSection={<Download size={16} aria-hidden />} onClick={exportFile}>
            {t("exportFile")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Trash2 size={16} aria-hidden />} onClick={() => setDialog("delete")}>
            {t("delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === "rename" && (
        <NameDialog
          title={t("renameTitle")}
          name={table.name}
          label={t("rename")}
          save={rename}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "delete" && <DeleteTableDialog table={table} onClose={() => setDialog(null)} />}
    </li>
  );
}
