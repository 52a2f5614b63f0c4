import { useTranslation } from "react-i18next";
import { mostColumns } from "#shared/tables/table.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { TemplateField } from "../text/TemplateField.tsx";
import { ColumnSelect } from "./ColumnSelect.tsx";
import { readCells, withEntry, withoutEntry } from "./rowEdits.ts";
import { Rows } from "./Rows.tsx";
import { useColumns } from "./useColumns.ts";

/** Columns of a table, each with a text with values. */
export function CellsSetting({ widget, config, value, onChange, label, help, error }: SettingProps<"cells">) {
  const { t } = useTranslation("inspector");
  const columns = useColumns(config[widget.of]);
  if (typeof columns === "string")
    return (
      <FieldGroup label={label} help={help}>
        <div>{t(columns)}</div>
      </FieldGroup>
    );
  const cells = readCells(value);
  const taken = new Set(cells.map(({ column }) => column));
  const nameOf = (id: string, place: number) =>
    columns.find((column) => column.id === id)?.name ?? t("columnPlace", { place });
  return (
    <FieldGroup label={label} help={help} error={error}>
      <Rows
        boxed
        entries={cells}
        most={mostColumns}
        nameOf={({ column }, place) => nameOf(column, place)}
        draw={(cell, index) => (
          <>
            <ColumnSelect
              label={t("columnPlace", { place: index + 1 })}
              columns={columns.filter(({ id }) => id === cell.column || !taken.has(id))}
              chosen={cell.column === "" ? null : cell.column}
              missing={error !== undefined}
              onPick={(column) => onChange(withEntry(cells, index, { ...cell, column: column ?? "" }))}
            />
            {cell.column !== "" && (
              <TemplateField
                label={t("cellValue", { name: nameOf(cell.column, index + 1) })}
                help={undefined}
                error={undefined}
                multiline={false}
                value={cell.value}
                onChange={(next) => onChange(withEntry(cells, index, { ...cell, value: next }))}
              />
            )}
          </>
        )}
        removeLabel={({ column }, place) => t("removeCell", { name: nameOf(column, place) })}
        onRemove={(index) => onChange(withoutEntry(cells, index))}
        addLabel={t("addCell")}
        onAdd={() => onChange([...cells, { column: "", value: [] }])}
      />
    </FieldGroup>
  );
}
