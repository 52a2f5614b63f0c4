import { ActionIcon, Menu } from "@mantine/core";
import { Calendar, Ellipsis, Hash, type LucideIcon, Pencil, SquareCheck, Trash2, Type } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Column, ColumnType } from "#shared/tables/table.ts";
import { columnWidth } from "./measures.ts";
import classes from "./Sheet.module.css";

const icons: Record<ColumnType, LucideIcon> = { text: Type, number: Hash, date: Calendar, boolean: SquareCheck };

interface Props {
  columns: readonly Column[];
  onColumn: { rename(column: Column): void; remove(column: Column): void };
}

/** What the columns are called and hold. */
export function SheetHead({ columns, onColumn }: Props) {
  const { t } = useTranslation("tables");
  return (
    <div role="row" aria-rowindex={1} className={classes.head}>
      <div role="columnheader" className={classes.corner}>
        <span className={classes.hidden}>{t("rowNumber")}</span>
      </div>
      {columns.map((column, place) => {
        const Icon = icons[column.type];
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={place + 2}
            className={classes.column}
            style={{ width: columnWidth(column) }}
          >
            <Icon size={14} aria-label={t(`type_${column.type}`)} role="img" />
            <span className={classes.columnName} title={column.name}>
              {column.name}
            </span>
            <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t("columnMore", { name: column.name })}>
                  <Ellipsis size={16} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => onColumn.rename(column)}>
                  {t("columnRename")}
                </Menu.Item>
                <Menu.Item leftSection={<Trash2 size={16} aria-hidden />} onClick={() => onColumn.remove(column)}>
                  {t("columnRemove")}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        );
      })}
    </div>
  );
}
