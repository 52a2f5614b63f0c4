import { useTranslation } from "react-i18next";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { useScope } from "../useScope.ts";
import { ValueOfType } from "./ValueOfType.tsx";

/** A value for the attribute chosen in another setting. */
export function AttributeSetting({
  widget,
  config,
  label,
  help,
  error,
  value,
  onChange,
}: SettingProps<"attributeValue">) {
  const { t } = useTranslation("inspector");
  const { lists } = useScope();
  const chosen = config[widget.of];
  if (typeof chosen !== "string" || chosen === "")
    return (
      <FieldGroup label={label} help={help}>
        <div>{t("attributeFirst")}</div>
      </FieldGroup>
    );
  const item = lists?.[widget.list].find(({ id }) => id === chosen);
  return (
    <ValueOfType key={chosen} label={label} help={help} error={error} item={item} value={value} onChange={onChange} />
  );
}
