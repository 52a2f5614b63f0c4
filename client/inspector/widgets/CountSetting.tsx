import { useTranslation } from "react-i18next";
import { NumberField } from "../NumberField.tsx";
import type { SettingProps } from "../settingProps.ts";

/** A whole number between two others. */
export function CountSetting({ widget: { least, most }, value, onChange, label, help, error }: SettingProps<"count">) {
  const { t } = useTranslation("inspector");
  return (
    <NumberField
      label={label}
      help={help}
      error={error}
      value={typeof value === "number" ? value : undefined}
      onChange={onChange}
      allows={(number) => Number.isInteger(number) && number >= least && number <= most}
      rule={t("countRule", { least, most })}
    />
  );
}
