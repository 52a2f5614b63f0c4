import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Timetable } from "#shared/schedule/timetable.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { BetweenFields } from "./BetweenFields.tsx";
import { ClockField } from "./ClockField.tsx";
import { MonthDayFields } from "./MonthDayFields.tsx";
import { NextTimes } from "./NextTimes.tsx";
import { withEntry, withoutEntry } from "./rowEdits.ts";
import { Rows } from "./Rows.tsx";
import { StepFields } from "./StepFields.tsx";
import { type DraftTimetable, readTimetable, repeatedBy, repeats, writtenTimetable } from "./timetableEdits.ts";
import classes from "./TimetableSetting.module.css";
import { WeekdayChecks } from "./WeekdayChecks.tsx";
import { ZoneSelect } from "../../ui/ZoneSelect.tsx";

const mostTimes = 24;

/** Times that come again and again, with the next few that this comes to. */
export function TimetableSetting({ value, onChange, label, help, error }: SettingProps<"timetable">) {
  const { t } = useTranslation("inspector");
  const draft = readTimetable(value);
  const { every, zone, days, times, on, step, between } = draft;
  const asked = error !== undefined;
  const set = (next: DraftTimetable) => onChange(writtenTimetable(next));
  const change = (part: Partial<DraftTimetable>) => set({ ...draft, ...part });
  const whole = Timetable.safeParse(value);
  return (
    <FieldGroup label={label} help={help} error={error}>
      <div className={classes.parts}>
        <Select
          aria-label={t("repeats")}
          data={repeats.map((each) => ({ value: each, label: t(`repeats_${each}`) }))}
          value={every}
          onChange={(next) => {
            const chosen = repeats.find((each) => each === next);
            if (chosen) set(repeatedBy(draft, chosen));
          }}
          allowDeselect={false}
        />
        {every === "month" && <MonthDayFields on={on} onChange={(next) => change({ on: next })} />}
        {every === "step" && <StepFields step={step} asked={asked} onChange={(next) => change({ step: next })} />}
        {every !== "month" && <WeekdayChecks days={days} onChange={(next) => change({ days: next })} />}
        {every === "step" ? (
          <BetweenFields between={between} asked={asked} onChange={(next) => change({ between: next })} />
        ) : (
          <FieldGroup label={t("timesOfDay")}>
            <Rows
              entries={times}
              most={mostTimes}
              nameOf={(_, place) => t("timePlace", { place })}
              draw={(time, index) => (
                <ClockField
                  name={t("timePlace", { place: index + 1 })}
                  value={time}
                  missing={asked}
                  onChange={(next) => change({ times: withEntry(times, index, next) })}
                />
              )}
              removeLabel={(_, place) => t("removeTime", { place })}
              onRemove={(index) => change({ times: withoutEntry(times, index) })}
              addLabel={t("addTime")}
              onAdd={() => change({ times: [...times, ""] })}
            />
          </FieldGroup>
        )}
        <ZoneSelect zone={zone} missing={asked} onChange={(next) => change({ zone: next })} />
        {whole.success && <NextTimes timetable={whole.data} />}
      </div>
    </FieldGroup>
  );
}
