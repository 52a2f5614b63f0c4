import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { nextTimes, type Timetable } from "#shared/schedule/timetable.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import classes from "./TimetableSetting.module.css";

const shown = 5;

/** The next few times, in words and in the timetable's own zone. */
export function NextTimes({ timetable }: { timetable: Timetable }) {
  const { t } = useTranslation("inspector");
  const { language } = useLanguage();
  const id = useId();
  const [now] = useState(Date.now);
  const format = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: timetable.zone });
  return (
    <div>
      <p id={id} className={classes.heading}>
        {t("nextTimes")}
      </p>
      <ul className={`${classes.next} tabular`} aria-labelledby={id}>
        {nextTimes(timetable, now, shown).map((at) => (
          <li key={at}>{format.format(at)}</li>
        ))}
      </ul>
    </div>
  );
}
