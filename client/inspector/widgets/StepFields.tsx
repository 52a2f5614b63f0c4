import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Step } from "#shared/schedule/timetable.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import { NumberField } from "../NumberField.tsx";
import type { DraftTimetable } from "./timetableEdits.ts";
import classes from "./TimetableSetting.module.css";

interface Props {
  step: DraftTimetable["step"];
  asked: boolean;
  onChange(step: DraftTimetable["step"]): void;
}

const units = ["minutes", "hours"] as const;

/** How long from one time to the next. */
export function StepFields({ step: { amount, unit }, asked, onChange }: Props) {
  const { t } = useTranslation("inspector");
  return (
    <FieldGroup label={t("stepEvery")} help={t("stepHelp")}>
      <div className={classes.beside}>
        <NumberField
          name={t("amount")}
          value={amount}
          onChange={(next) => onChange({ amount: next, unit })}
          allows={(number) => Step.safeParse({ amount: number, unit }).success}
          rule={t("stepRule")}
          error={asked && amount === undefined}
        />
        <Select
          aria-label={t("unit")}
          data={units.map((each) => ({ value: each, label: t(`unit_${each}`, { count: amount ?? 2 }) }))}
          value={unit}
          onChange={(next) => onChange({ amount, unit: units.find((each) => each === next) ?? unit })}
          allowDeselect={false}
        />
      </div>
    </FieldGroup>
  );
}
