import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Json } from "#shared/nodes/define.ts";
import { Duration } from "#shared/nodes/form.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import { NumberField } from "../NumberField.tsx";
import type { SettingProps } from "../settingProps.ts";
import classes from "./DurationSetting.module.css";

const { amount: Amount, unit: Unit } = Duration.shape;

/** Reads each half by itself, so that an amount being typed anew does not take the unit with it. */
function halves(value: Json | undefined) {
  const held = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  return { amount: Amount.safeParse(held["amount"]).data, unit: Unit.safeParse(held["unit"]).data ?? "hours" };
}

export function DurationSetting({ value, onChange, label, help, error }: SettingProps<"duration">) {
  const { t } = useTranslation("inspector");
  const { amount, unit } = halves(value);
  const change = (next: { amount: number | undefined; unit: string }) =>
    onChange(next.amount === undefined ? { unit: next.unit } : { amount: next.amount, unit: next.unit });
  return (
    <FieldGroup label={label} help={help} error={error}>
      <div className={classes.row}>
        <NumberField
          name={t("amount")}
          value={amount}
          onChange={(next) => change({ amount: next, unit })}
          allows={(number) => Amount.safeParse(number).success}
          rule={t("amountRule")}
          error={error !== undefined && amount === undefined}
        />
        <Select
          aria-label={t("unit")}
          data={Unit.options.map((each) => ({ value: each, label: t(`unit_${each}`, { count: amount ?? 2 }) }))}
          value={unit}
          onChange={(next) => next !== null && change({ amount, unit: next })}
          allowDeselect={false}
        />
      </div>
    </FieldGroup>
  );
}
