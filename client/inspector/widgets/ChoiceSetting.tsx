import { SegmentedControl, Select } from "@mantine/core";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import classes from "./ChoiceSetting.module.css";

/** As many words as fit beside each other in the narrowest panel. */
const mostBeside = { options: 3, characters: 32 };

/** One of a few fixed words: beside each other where they fit, else in a list. */
export function ChoiceSetting({ widget, value, onChange, label, help, error }: SettingProps<"choice">) {
  const { pick } = useLanguage();
  const options = widget.options.map((option) => ({ value: option.value, label: pick(option.label) }));
  const chosen = options.find((option) => option.value === value)?.value ?? null;
  const length = options.reduce((sum, option) => sum + option.label.length, 0);
  if (options.length > mostBeside.options || length > mostBeside.characters)
    return (
      <Select
        label={label}
        description={help}
        error={error}
        data={options}
        value={chosen}
        onChange={(next) => next !== null && onChange(next)}
        allowDeselect={false}
      />
    );
  return (
    <FieldGroup label={label} help={help} error={error}>
      <SegmentedControl
        fullWidth
        classNames={{ label: classes.option ?? "" }}
        aria-label={label}
        data={options}
        value={chosen ?? ""}
        onChange={onChange}
      />
    </FieldGroup>
  );
}
