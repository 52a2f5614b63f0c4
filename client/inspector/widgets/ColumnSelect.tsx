import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fold } from "#shared/language/text.ts";
import type { Column } from "#shared/tables/table.ts";

/** Names no column: ids are never empty. */
const noColumn = "";

interface Props {
  label: string;
  columns: readonly Column[];
  /** What stands for no column, where that may be chosen. */
  none?: string | null;
  /** The column's id; null for none, or where none is chosen yet. */
  chosen: string | null;
  missing?: boolean;
  onPick(column: string | null): void;
}

/** One column of a table, by its name. One that was chosen and is gone asks to be replaced. */
export function ColumnSelect({ label, columns, none = null, chosen, missing = false, onPick }: Props) {
  const { t } = useTranslation("inspector");
  const gone = chosen !== null && !columns.some(({ id }) => id === chosen);
  return (
    <Select
      label={label}
      error={gone ? t("columnGone") : missing && chosen === null}
      placeholder={gone ? t("chooseReplacement") : t("choose")}
      data={[
        ...(none === null ? [] : [{ value: noColumn, label: none }]),
        ...columns.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={gone ? null : (chosen ?? (none === null ? null : noColumn))}
      onChange={(id) => id !== null && onPick(id === noColumn ? null : id)}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      filter={({ options, search }) =>
        options.filter((option) => "label" in option && fold(option.label).includes(fold(search).trim()))
      }
      nothingFoundMessage={columns.length === 0 ? t("noColumns") : t("nothingFound")}
    />
  );
}
