import { useTranslation } from "react-i18next";
import { Weight } from "#shared/nodes/form.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import { ListSelect } from "../lists/ListSelect.tsx";
import { NumberField } from "../NumberField.tsx";
import type { SettingProps } from "../settingProps.ts";
import { useScope } from "../useScope.ts";
import { readWeights, withEntry, withoutEntry } from "./rowEdits.ts";
import { Rows } from "./Rows.tsx";

/** Entries of a list that count more than the others. */
export function WeightsSetting({ widget, value, onChange, label, help, error }: SettingProps<"weights">) {
  const { t } = useTranslation("inspector");
  const { lists } = useScope();
  const rows = readWeights(value);
  const entries = (lists?.[widget.list] ?? []).map(({ id, name }) => ({ key: id, name }));
  const nameOf = (id: string) => entries.find(({ key }) => key === id)?.name;
  return (
    <FieldGroup label={label} help={help} error={error}>
      <Rows
        boxed
        entries={rows}
        most={100}
        nameOf={({ id }, place) => nameOf(id) ?? t("pairPlace", { place })}
        draw={(row, index) => (
          <>
            <ListSelect
              label={t("weightOf")}
              help={undefined}
              error={error !== undefined && row.id === ""}
              lists={[{ list: widget.list, entries }]}
              chosen={row.id || null}
              onPick={(id) => onChange(withEntry(rows, index, { ...row, id }))}
            />
            <NumberField
              label={t("weight")}
              value={row.weight}
              onChange={(weight) => onChange(withEntry(rows, index, { id: row.id, ...(weight ? { weight } : {}) }))}
              allows={(number) => Weight.shape.weight.safeParse(number).success}
              rule={t("countRule", { least: 1, most: 100 })}
              error={error !== undefined && row.weight === undefined}
            />
          </>
        )}
        removeLabel={({ id }, place) => t("removeWeight", { name: nameOf(id) ?? t("pairPlace", { place }) })}
        onRemove={(index) => onChange(withoutEntry(rows, index))}
        addLabel={t("addWeight")}
        onAdd={() => onChange([...rows, { id: "", weight: 2 }])}
      />
    </FieldGroup>
  );
}
