import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mostHolidays, weekdays } from "#shared/schedule/hours.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { DayHours } from "./DayHours.tsx";
import classes from "./HoursSetting.module.css";
import { copiedToWorkingDays, type DraftHours, freshSpans, readHours } from "./hoursEdits.ts";
import { withEntry, withoutEntry } from "./rowEdits.ts";
import { Rows } from "./Rows.tsx";
import { ZoneSelect } from "../../ui/ZoneSelect.tsx";

/** When somebody is there: a time zone, hours for each day of the week, and days off. */
export function HoursSetting({ value, onChange, label, help, error }: SettingProps<"hours">) {
  const { t } = useTranslation("inspector");
  const [said, say] = useState("");
  const hours = readHours(value);
  const { zone, week, holidays } = hours;
  const asked = error !== undefined;
  const change = (part: Partial<DraftHours>) => onChange({ ...hours, ...part });
  return (
    <FieldGroup label={label} help={help} error={error}>
      <div className={classes.parts}>
        <ZoneSelect zone={zone} missing={asked} onChange={(next) => change({ zone: next })} />
        <FieldGroup label={t("openDays")}>
          <ul className={classes.week}>
            {weekdays.map((day) => (
              <DayHours
                key={day}
                day={day}
                spans={week[day]}
                fresh={freshSpans(week, day)}
                asked={asked}
                onChange={(spans) => change({ week: { ...week, [day]: spans } })}
                onCopy={() => {
                  change({ week: copiedToWorkingDays(week, day) });
                  say(t("hoursCopied", { day: t(`day_${day}`) }));
                }}
              />
            ))}
          </ul>
        </FieldGroup>
        <FieldGroup label={t("holidays")}>
          <Rows
            entries={holidays}
            most={mostHolidays}
            nameOf={(_, place) => t("holidayPlace", { place })}
            draw={(date, index) => (
              <TextInput
                type="date"
                aria-label={t("holidayPlace", { place: index + 1 })}
                value={date}
                error={asked && date === ""}
                onChange={({ currentTarget }) => change({ holidays: withEntry(holidays, index, currentTarget.value) })}
              />
            )}
            removeLabel={(_, place) => t("removeHoliday", { place })}
            onRemove={(index) => change({ holidays: withoutEntry(holidays, index) })}
            addLabel={t("addHoliday")}
            onAdd={() => change({ holidays: [...holidays, ""] })}
          />
        </FieldGroup>
      </div>
      <div role="status" className={classes.said}>
        {said}
      </div>
    </FieldGroup>
  );
}
