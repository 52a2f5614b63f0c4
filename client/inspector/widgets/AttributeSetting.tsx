import { useTranslation } from "react-i18next";
import { AttributeSetting as Setting } from "#shared/nodes/form.ts";
import type { ListItem } from "#shared/workspace/lists.ts";
import { attributeType } from "../changeSetting.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { TemplateField } from "../text/TemplateField.tsx";
import { useScope } from "../useScope.ts";
import { FixedOrValue } from "./FixedOrValue.tsx";
import { OneOption } from "./OneOption.tsx";
import { YesOrNo } from "./YesOrNo.tsx";

/** A value for the attribute chosen in another setting: what it is typed into depends on that attribute's type. */
export function AttributeSetting(props: SettingProps<"attributeValue">) {
  const { t } = useTranslation("inspector");
  const { lists } = useScope();
  const { widget, config, label, help } = props;
  const chosen = config[widget.of];
  if (typeof chosen !== "string" || chosen === "")
    return (
      <FieldGroup label={label} help={help}>
        <div>{t("attributeFirst")}</div>
      </FieldGroup>
    );
  const item = lists?.[widget.list].find(({ id }) => id === chosen);
  return <ValueOfType {...props} item={item} key={chosen} />;
}

interface Typed extends SettingProps<"attributeValue"> {
  item: ListItem | undefined;
}

function ValueOfType({ value, onChange, item, ...frame }: Typed) {
  const { lists } = useScope();
  const read = Setting.safeParse(value).data;
  // While the lists are not known, what the setting itself says of its type stands.
  const type = item || lists ? attributeType(item) : (read?.type ?? "text");
  const held = read?.type === type ? read.value : undefined;
  const { label, help, error } = frame;
  switch (type) {
    case "boolean":
      return (
        <YesOrNo
          label={label}
          help={help}
          error={error}
          value={typeof held === "boolean" ? held : undefined}
          onChange={(next) => onChange({ type, value: next })}
        />
      );
    case "list":
      return (
        <OneOption
          label={label}
          help={help}
          error={error}
          options={item?.options ?? []}
          value={typeof held === "string" ? held : null}
          onChange={(next) => onChange({ type, value: next })}
        />
      );
    case "number":
      return (
        <FixedOrValue
          label={label}
          help={help}
          error={error}
          type={type}
          value={typeof held === "number" || Array.isArray(held) ? held : undefined}
          onChange={(next) => onChange(next === undefined ? undefined : { type, value: next })}
        />
      );
    case "date":
      return (
        <FixedOrValue
          label={label}
          help={help}
          error={error}
          type={type}
          value={Array.isArray(held) ? held : undefined}
          onChange={(next) => onChange(Array.isArray(next) ? { type, value: next } : undefined)}
        />
      );
    case "text":
      return (
        <TemplateField
          label={label}
          help={help}
          error={error}
          multiline={false}
          value={Array.isArray(held) ? held : []}
          onChange={(next) => onChange({ type, value: next })}
        />
      );
  }
}
