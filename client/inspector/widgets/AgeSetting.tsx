import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { FieldGroup } from "../FieldGroup.tsx";
import { NumberField } from "../NumberField.tsx";
import type { SettingProps } from "../settingProps.ts";
import classes from "./AgeSetting.module.css";

const most = 3_650;

/** How long ago, in days: before so many, within so many, or whenever. */
export function AgeSetting({ value, onChange, label, help, error }: SettingProps<"age">) {
  const { t } = useTranslation("inspector");
  const held = typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  const is = held?.["is"] === "over" || held?.["is"] === "within" ? held["is"] : "whenever";
  const days = typeof held?.["days"] === "number" ? held["days"] : undefined;
  const change = (next: { is: string; days: number | undefined }) =>
    onChange(
      next.is === "whenever" ? null : next.days === undefined ? { is: next.is } : { is: next.is, days: next.days },
    );
  return (
    <FieldGroup label={label} help={help} error={error}>
      <div className={classes.row} data-days={is !== "whenever"}>
        <Select
          aria-label={label}
          data={(["whenever", "over", "within"] as const).map((each) => ({ value: each, label: t(`age_${each}`) }))}
          value={is}
          onChange={(next) => next !== null && change({ is: next, days: days ?? 30 })}
          allowDeselect={false}
        />
        {is !== "whenever" && (
          <>
            <NumberField
              name={t("ageDays")}
              value={days}
              onChange={(next) => change({ is, days: next })}
              allows={(number) => Number.isInteger(number) && number >= 1 && number <= most}
              rule={t("countRule", { least: 1, most })}
              error={error !== undefined && days === undefined}
            />
            <span>{t(`ageUnit_${is}`)}</span>
          </>
        )}
      </div>
    </FieldGroup>
  );
}
