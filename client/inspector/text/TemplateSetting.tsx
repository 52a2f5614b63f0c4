import type { SettingProps } from "../settingProps.ts";
import { TemplateField } from "./TemplateField.tsx";
import { readTemplate } from "./templateText.ts";

/** A text with values in it. */
export function TemplateSetting({ widget, value, onChange, label, help, error }: SettingProps<"template">) {
  return (
    <TemplateField
      label={label}
      help={help}
      error={error}
      multiline={widget.multiline}
      value={readTemplate(value)}
      onChange={onChange}
    />
  );
}
