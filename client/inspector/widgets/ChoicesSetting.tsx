import { Checkbox, Stack } from "@mantine/core";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";

/** Several of a few fixed words. They stay in the order they are offered in, whatever was ticked first. */
export function ChoicesSetting({ widget, value, onChange, label, help, error }: SettingProps<"choices">) {
  const { pick } = useLanguage();
  const chosen = new Set(Array.isArray(value) ? value : []);
  const toggle = (option: string) => {
    const next = widget.options.filter(({ value: each }) => chosen.has(each) !== (each === option));
    onChange(next.map(({ value: each }) => each));
  };
  return (
    <FieldGroup label={label} help={help} error={error}>
      <Stack gap={6}>
        {widget.options.map((option) => (
          <Checkbox
            key={option.value}
            label={pick(option.label)}
            checked={chosen.has(option.value)}
            onChange={() => toggle(option.value)}
          />
        ))}
      </Stack>
    </FieldGroup>
  );
}
