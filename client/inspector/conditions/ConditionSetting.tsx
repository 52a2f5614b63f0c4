import { Group } from "#shared/conditions/condition.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { GroupForm } from "./GroupForm.tsx";
import { Holds } from "./Holds.tsx";
import classes from "./ConditionSetting.module.css";

const nothing: Group = { match: "all", rules: [] };

/** Rules in groups of which all, any or none must hold. */
export function ConditionSetting({ value, onChange, label, help, error }: SettingProps<"condition">) {
  const group = Group.safeParse(value).data ?? nothing;
  return (
    <FieldGroup label={label} help={help} error={error}>
      <GroupForm group={group} depth={1} name={label} onChange={onChange} />
      <div className={classes.all}>
        <Holds group={group} whole />
      </div>
    </FieldGroup>
  );
}
