import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { readTexts, withEntry, withoutEntry } from "./rowEdits.ts";
import { Rows } from "./Rows.tsx";

/** A few short texts, in order. */
export function TextsSetting({ widget, value, onChange, label, help, error }: SettingProps<"texts">) {
  const { t } = useTranslation("inspector");
  const texts = readTexts(value);
  return (
    <FieldGroup label={label} help={help} error={error}>
      <Rows
        entries={texts}
        most={widget.most}
        nameOf={(_, place) => t("textPlace", { place })}
        draw={(text, index) => (
          <TextInput
            aria-label={t("textPlace", { place: index + 1 })}
            value={text}
            maxLength={widget.longest}
            autoComplete="off"
            error={error !== undefined && text.trim() === ""}
            onChange={({ currentTarget }) => onChange(withEntry(texts, index, currentTarget.value))}
          />
        )}
        removeLabel={(_, place) => t("removeText", { place })}
        onRemove={(index) => onChange(withoutEntry(texts, index))}
        addLabel={t("addText")}
        onAdd={() => onChange([...texts, ""])}
      />
    </FieldGroup>
  );
}
