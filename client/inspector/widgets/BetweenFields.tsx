import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ClockField } from "./ClockField.tsx";
import type { DraftTimetable } from "./timetableEdits.ts";
import classes from "./TimetableSetting.module.css";

interface Props {
  between: DraftTimetable["between"];
  asked: boolean;
  onChange(between: DraftTimetable["between"]): void;
}

/** The part of the day, where it is not the whole of it. */
export function BetweenFields({ between, asked, onChange }: Props) {
  const { t } = useTranslation("inspector");
  return (
    <div>
      <Checkbox
        label={t("onlyBetween")}
        description={between ? t("betweenHelp") : undefined}
        checked={between !== null}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? { from: "09:00", to: "17:00" } : null)}
      />
      {between && (
        <div className={classes.between}>
          <ClockField
            name={t("betweenFrom")}
            value={between.from}
            missing={asked}
            onChange={(from) => onChange({ ...between, from })}
          />
          <span aria-hidden>–</span>
          <ClockField
            name={t("betweenTo")}
            value={between.to}
            missing={asked}
            onChange={(to) => onChange({ ...between, to })}
          />
        </div>
      )}
    </div>
  );
}
