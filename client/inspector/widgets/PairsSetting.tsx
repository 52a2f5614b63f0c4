import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { TemplateField } from "../text/TemplateField.tsx";
import { readPairs, withEntry, withoutEntry } from "./rowEdits.ts";
import { Rows } from "./Rows.tsx";

/** Names of the builder's own, each with a text with values. */
export function PairsSetting({ widget, value, onChange, label, help, error }: SettingProps<"pairs">) {
  const { t } = useTranslation("inspector");
  const pairs = readPairs(value);
  return (
    <FieldGroup label={label} help={help} error={error}>
      <Rows
        boxed
        entries={pairs}
        most={widget.most}
        nameOf={({ name }, place) => name || t("pairPlace", { place })}
        draw={(pair, index) => (
          <>
            <TextInput
              label={t("pairName")}
              value={pair.name}
              maxLength={190}
              autoComplete="off"
              error={error !== undefined && pair.name.trim() === ""}
              onChange={({ currentTarget }) =>
                onChange(withEntry(pairs, index, { ...pair, name: currentTarget.value }))
              }
            />
            <TemplateField
              label={t("pairValue")}
              help={undefined}
              error={undefined}
              multiline={false}
              value={pair.value}
              onChange={(next) => onChange(withEntry(pairs, index, { ...pair, value: next }))}
            />
          </>
        )}
        removeLabel={(_, place) => t("removePair", { place })}
        onRemove={(index) => onChange(withoutEntry(pairs, index))}
        addLabel={t("addPair")}
        onAdd={() => onChange([...pairs, { name: "", value: [] }])}
      />
    </FieldGroup>
  );
}
