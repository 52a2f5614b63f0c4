import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Weekday, weekdays } from "#shared/schedule/hours.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import classes from "./TimetableSetting.module.css";

interface Props {
  days: readonly Weekday[];
  onChange(days: Weekday[]): void;
}

/** Days of the week, in its order whatever the order they are ticked in. */
export function WeekdayChecks({ days, onChange }: Props) {
  const { t } = useTranslation("inspector");
  return (
    <FieldGroup label={t("onDays")}>
      <div className={classes.days}>
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            label={t(`day_${day}`)}
            checked={days.includes(day)}
            onChange={() => onChange(weekdays.filter((each) => days.includes(each) !== (each === day)))}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
