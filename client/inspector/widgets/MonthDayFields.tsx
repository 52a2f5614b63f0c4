import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { weekdays } from "#shared/schedule/hours.ts";
import { lastSureDate, type MonthDay, places } from "#shared/schedule/timetable.ts";
import classes from "./TimetableSetting.module.css";

interface Props {
  on: MonthDay;
  onChange(on: MonthDay): void;
}

const fresh: Record<MonthDay["is"], MonthDay> = {
  date: { is: "date", date: 1 },
  lastDay: { is: "lastDay" },
  weekday: { is: "weekday", place: "first", weekday: "monday" },
};
const kinds = ["date", "lastDay", "weekday"] as const;
const dates = Array.from({ length: lastSureDate }, (_, index) => String(index + 1));

/** Which day of the month. */
export function MonthDayFields({ on, onChange }: Props) {
  const { t } = useTranslation("inspector");
  return (
    <>
      <Select
        label={t("monthDay")}
        data={kinds.map((each) => ({ value: each, label: t(`monthDay_${each}`) }))}
        value={on.is}
        onChange={(next) => {
          const chosen = kinds.find((each) => each === next);
          if (chosen && chosen !== on.is) onChange(fresh[chosen]);
        }}
        allowDeselect={false}
      />
      {on.is === "date" && (
        <Select
          label={t("monthDate")}
          data={dates}
          value={String(on.date)}
          onChange={(next) => next !== null && onChange({ is: "date", date: Number(next) })}
          allowDeselect={false}
        />
      )}
      {on.is === "weekday" && (
        <div className={classes.beside}>
          <Select
            aria-label={t("monthPlace")}
            data={places.map((each) => ({ value: each, label: t(`place_${each}`) }))}
            value={on.place}
            onChange={(next) => onChange({ ...on, place: places.find((each) => each === next) ?? on.place })}
            allowDeselect={false}
          />
          <Select
            aria-label={t("monthWeekday")}
            data={weekdays.map((each) => ({ value: each, label: t(`day_${each}`) }))}
            value={on.weekday}
            onChange={(next) => onChange({ ...on, weekday: weekdays.find((each) => each === next) ?? on.weekday })}
            allowDeselect={false}
          />
        </div>
      )}
    </>
  );
}
