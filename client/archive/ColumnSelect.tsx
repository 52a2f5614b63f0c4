import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CsvField } from "#shared/archive/csvMapping.ts";
import { shorten } from "#shared/language/text.ts";
import { exampleAt } from "./columnMapping.ts";
import type { TableLook } from "./fileQueue.ts";

interface Props {
  field: CsvField;
  look: TableLook;
  place: number | undefined;
  needed: boolean;
  onChange(place: number | null): void;
}

/** Which column holds one thing, with what stands in it as an example. */
export function ColumnSelect({ field, look: { columns, rows }, place, needed, onChange }: Props) {
  const { t } = useTranslation("archive");
  const example = place === undefined ? "" : exampleAt(rows, place);
  return (
    <NativeSelect
      label={t(`field_${field}`)}
      description={example === "" ? t(`help_${field}`) : t("example", { value: shorten(example, 60) })}
      inputWrapperOrder={["label", "input", "description", "error"]}
      withAsterisk={needed}
      error={needed && place === undefined}
      value={place === undefined ? "" : String(place)}
      onChange={({ currentTarget: { value } }) => onChange(value === "" ? null : Number(value))}
      data={[
        { value: "", label: needed ? t("chooseColumn") : t("noColumn") },
        ...columns.map((name, index) => ({
          value: String(index),
          label: name.trim() === "" ? t("columnPlace", { place: index + 1 }) : name,
        })),
      ]}
    />
  );
}
