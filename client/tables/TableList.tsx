import { Button, Stack } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { ImportButton } from "./ImportButton.tsx";
import { NameDialog } from "./NameDialog.tsx";
import classes from "./TableList.module.css";
import { TableRow } from "./TableRow.tsx";

/** All tables, by name. */
export function TableList() {
  const { t } = useTranslation("tables");
  const client = useQueryClient();
  const navigate = useNavigate();
  const list = useQuery(query("listTables", {}));
  const [naming, setNaming] = useState(false);
  const create = useMutation({
    mutationFn: (name: string) =>
      call(routes.createTable, { body: { name, columns: [{ name: t("firstColumn"), type: "text" }] } }),
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: ["listTables"] });
      await navigate(`/tables/${id}`);
    },
  });
  const tables = list.data?.tables ?? [];
  const actions = (
    <>
      <ImportButton table={null} onDone={(id) => void navigate(`/tables/${id}`)} />
      <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setNaming(true)}>
        {t("new")}
      </Button>
    </>
  );
  return (
    <Page title={t("title")} lead={t("lead")} actions={actions}>
      <Stack gap="lg">
        {list.isPending && <Waiting />}
        {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && tables.length === 0 && <EmptyState title={t("none")} help={t("noneHelp")} />}
        {tables.length > 0 && (
          <ul className={classes.rows}>
            {tables.map((table) => (
              <TableRow key={table.id} table={table} />
            ))}
          </ul>
        )}
      </Stack>
      {naming && (
        <NameDialog title={t("newTitle")} name="" label={t("create")} save={create} onClose={() => setNaming(false)} />
      )}
    </Page>
  );
}
