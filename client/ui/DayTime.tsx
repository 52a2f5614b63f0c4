import { useLanguage } from "../i18n/useLanguage.ts";
import { dayOf, exactTime, shortTime } from "./times.ts";

/** When something was, by the calendar: for what is long past. `at` is a UTC ISO string. */
export function DayTime({ at, dayOnly = false }: { at: string; dayOnly?: boolean }) {
  const { language } = useLanguage();
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={exactTime(instant, language)}>
      {dayOnly ? dayOf(instant, language) : shortTime(instant, language)}
    </time>
  );
}
