import { TextInput } from "@mantine/core";
import type { SettingProps } from "../settingProps.ts";

/** A few words of the builder's own. */
export function ShortTextSetting({ widget, value, onChange, label, help, error }: SettingProps<"shortText">) {
  return (
    <TextInput
      label={label}
      description={help}
      error={error}
      value={typeof value === "string" ? value : ""}
      maxLength={widget.longest}
      autoComplete="off"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
