import { useScope } from "../useScope.ts";
import type { SettingProps } from "../settingProps.ts";
import { SampleLine } from "../values/SampleLine.tsx";
import { ValuePicker } from "../values/ValuePicker.tsx";

/** One value, with what it is in the sample conversation. */
export function ValueSetting({ value, onChange, label, help, error }: SettingProps<"value">) {
  const { values } = useScope();
  const ref = typeof value === "string" ? value : "";
  const chosen = values.find((candidate) => candidate.ref === ref);
  return (
    <div>
      <ValuePicker value={ref} onPick={onChange} label={label} help={help} error={error} />
      {chosen && <SampleLine value={chosen} />}
    </div>
  );
}
