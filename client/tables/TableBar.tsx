import { ActionIcon, Button } from "@mantine/core";
import { ArrowLeft, Check, Columns3, Download, LoaderCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { TableDetail } from "#shared/api/tables.ts";
import { mostColumns } from "#shared/tables/table.ts";
import bar from "../ui/TopBar.module.css";
import { ImportButton } from "./ImportButton.tsx";
import classes from "./TableBar.module.css";
import { useExport } from "./useExport.ts";

interface Props {
  table: TableDetail;
  /** How many rows there are, or are found. */
  count: number;
  isSaving: boolean;
  onAddColumn(): void;
}

/** Above the sheet: which table, whether all is kept, and what can be done with it as a whole. */
export function TableBar({ table, count, isSaving, onAddColumn }: Props) {
  const { t } = useTranslation("tables");
  const exportFile = useExport(table);
  const Icon = isSaving ? LoaderCircle : Check;
  return (
    <header className={bar.bar}>
      <ActionIcon component={Link} to="/tables" variant="subtle" color="gray" aria-label={t("back")} title={t("back")}>
        <ArrowLeft size={18} aria-hidden />
      </ActionIcon>
      <h1 className={classes.name}>{table.name}</h1>
      <span className={`${classes.quiet} tabular`}>{t("rows", { count })}</span>
      <span className={classes.quiet} role="status">
        <Icon size={14} aria-hidden />
        {isSaving ? t("saving") : t("saved")}
      </span>
      <div className={classes.end}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Columns3 size={16} aria-hidden />}
          disabled={table.columns.length >= mostColumns}
          onClick={onAddColumn}
        >
          {t("addColumn")}
        </Button>
        <ImportButton table={table} size="xs" onDone={() => undefined} />
        <Button size="xs" variant="default" leftSection={<Download size={16} aria-hidden />} onClick={exportFile}>
          {t("exportFile")}
        </Button>
      </div>
    </header>
  );
}
