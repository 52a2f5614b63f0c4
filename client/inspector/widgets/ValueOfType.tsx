import type { ReactNode } from "react";
import type { Json } from "#shared/nodes/define.ts";
import { AttributeSetting as Setting } from "#shared/nodes/form.ts";
import type { ListItem } from "#shared/workspace/lists.ts";
import { attributeType } from "../changeSetting.ts";
import { TemplateField } from "../text/TemplateField.tsx";
import { useScope } from "../useScope.ts";
import { FixedOrValue } from "./FixedOrValue.tsx";
import { OneOption } from "./OneOption.tsx";
import { YesOrNo } from "./YesOrNo.tsx";

interface Props {
  label: string;
  help: string | undefined;
  error: ReactNode;
  /** The attribute, as the workspace describes it; undefined while that is not known. */
  item: ListItem | undefined;
  value: Json | undefined;
  onChange(value: Setting | undefined): void;
}

/** A value for an attribute: what it is typed into depends on the attribute's type. */
export function ValueOfType({ label, help, error, item, value, onChange }: Props) {
  const { lists } = useScope();
  const read = Setting.safeParse(value).data;
  // While the lists are not known, what the setting itself says of its type stands.
  const type = item || lists ? attributeType(item) : (read?.type ?? "text");
  const held = read?.type === type ? read.value : undefined;
  const frame = { label, help, error };
  switch (type) {
    case "boolean":
      return (
        <YesOrNo
          {...frame}
          value={typeof held === "boolean" ? held : undefined}
          onChange={(next) => onChange({ type, value: next })}
        />
      );
    case "list":
      return (
        <OneOption
          {...frame}
          options={item?.options ?? []}
          names={item?.optionNames}
          value={typeof held === "string" ? held : null}
          onChange={(next) => onChange({ type, value: next })}
        />
      );
    case "number":
      return (
        <FixedOrValue
          {...frame}
          type={type}
          value={typeof held === "number" || Array.isArray(held) ? held : undefined}
          onChange={(next) => onChange(next === undefined ? undefined : { type, value: next })}
        />
      );
    case "date":
      return (
        <FixedOrValue
          {...frame}
          type={type}
          value={Array.isArray(held) ? held : undefined}
          onChange={(next) => onChange(Array.isArray(next) ? { type, value: next } : undefined)}
        />
      );
    case "text":
      return (
        <TemplateField
          {...frame}
          multiline={false}
          value={Array.isArray(held) ? held : []}
          onChange={(next) => onChange({ type, value: next })}
        />
      );
  }
}
