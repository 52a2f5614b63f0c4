import { useTranslation } from "react-i18next";
import { FieldGroup } from "../FieldGroup.tsx";
import type { DraftNamed, SettingProps } from "../settingProps.ts";
import { NamedRow } from "./NamedRow.tsx";
import { readNamed, withEntry, withoutEntry } from "./rowEdits.ts";
import { Rows } from "./Rows.tsx";

/** Names of the builder's own, each with a type. */
export function NamesSetting({ widget, value, onChange, label, help, error }: SettingProps<"names">) {
  const { t } = useTranslation("inspector");
  const rows = readNamed(value).map(({ name, type }): DraftNamed => ({ name, type }));
  return (
    <FieldGroup label={label} help={help} error={error}>
      <Rows
        entries={rows}
        most={widget.most}
        nameOf={({ name }, place) => name || t("pairPlace", { place })}
        draw={(row, index) => (
          <NamedRow
            named={row}
            faulty={error !== undefined}
            onChange={(part) => onChange(withEntry(rows, index, { ...row, ...part }))}
          />
        )}
        removeLabel={(_, place) => t("removePair", { place })}
        onRemove={(index) => onChange(withoutEntry(rows, index))}
        addLabel={t("addPair")}
        onAdd={() => onChange([...rows, { name: "", type: "text" }])}
      />
    </FieldGroup>
  );
}
