import { useTranslation } from "react-i18next";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { TemplateField } from "../text/TemplateField.tsx";
import { NamedRow } from "./NamedRow.tsx";
import { readNamed, withEntry, withoutEntry } from "./rowEdits.ts";
import { Rows } from "./Rows.tsx";

/** Names of the builder's own, each with a type and a text with values. */
export function NamedValuesSetting({ widget, value, onChange, label, help, error }: SettingProps<"namedValues">) {
  const { t } = useTranslation("inspector");
  const rows = readNamed(value);
  return (
    <FieldGroup label={label} help={help} error={error}>
      <Rows
        boxed
        entries={rows}
        most={widget.most}
        nameOf={({ name }, place) => name || t("pairPlace", { place })}
        draw={(row, index) => (
          <>
            <NamedRow
              named={row}
              faulty={error !== undefined}
              onChange={(part) => onChange(withEntry(rows, index, { ...row, ...part }))}
            />
            <TemplateField
              label={t("pairValue")}
              help={undefined}
              error={undefined}
              multiline={false}
              value={row.value}
              onChange={(next) => onChange(withEntry(rows, index, { ...row, value: next }))}
            />
          </>
        )}
        removeLabel={(_, place) => t("removePair", { place })}
        onRemove={(index) => onChange(withoutEntry(rows, index))}
        addLabel={t("addPair")}
        onAdd={() => onChange([...rows, { name: "", type: "text", value: [] }])}
      />
    </FieldGroup>
  );
}
