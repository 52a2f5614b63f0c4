import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { caseId } from "../widgets/caseEdits.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { withEntry, withoutEntry } from "../widgets/rowEdits.ts";
import { readHookFields, toggled } from "./hookEdits.ts";
import classes from "./Hooks.module.css";
import { LastCall } from "./LastCall.tsx";
import { PickedField } from "./PickedField.tsx";
import { SampleRows } from "./SampleRows.tsx";
import { useHook } from "./useHook.ts";

/** What came with the last call, to be picked from; below it what is picked, each under a name of the builder's own. */
export function HookFieldsSetting({ value, onChange, label, help, error }: SettingProps<"hookFields">) {
  const { t } = useTranslation("hooks");
  const { hook } = useHook();
  const place = useRef<HTMLDivElement>(null);
  const fields = readHookFields(value);
  const sample = hook.data?.lastCall?.sample ?? null;
  const newId = () => caseId(crypto.getRandomValues(new Uint8Array(10)));
  return (
    <FieldGroup label={label} help={help} error={error}>
      {hook.data && <LastCall hook={hook.data} />}
      {sample && (
        <SampleRows sample={sample} fields={fields} onToggle={(row) => onChange(toggled(fields, row, newId()))} />
      )}
      <div ref={place} tabIndex={-1} className={classes.all}>
        {fields.length > 0 && <div className={classes.picked}>{t("picked")}</div>}
        <ul className={classes.list}>
          {fields.map((field, index) => (
            <PickedField
              key={field.id}
              field={field}
              sample={sample}
              asked={error !== undefined}
              onChange={(next) => onChange(withEntry(fields, index, next))}
              onRemove={() => {
                onChange(withoutEntry(fields, index));
                // The button that was pressed goes with its value.
                place.current?.focus();
              }}
            />
          ))}
        </ul>
      </div>
    </FieldGroup>
  );
}
