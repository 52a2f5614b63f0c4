import { Checkbox, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Json } from "#shared/nodes/define.ts";
import { weekdays } from "#shared/schedule/hours.ts";
import { nextTimes, Timetable } from "#shared/schedule/timetable.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { ClockField } from "./ClockField.tsx";
import { withEntry, withoutEntry } from "./rowEdits.ts";
import { Rows } from "./Rows.tsx";
import { ZoneSelect } from "./ZoneSelect.tsx";

const mostTimes = 24;
const shownTimes = 5;

const words = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** As far as it is filled in: times may be half typed. */
function read(value: Json | undefined) {
  const held = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  const { zone, days, times } = held;
  return {
    zone: words(zone),
    days: weekdays.filter((day) => Array.isArray(days) && days.includes(day)),
    times: Array.isArray(times) ? times.map(words) : [],
  };
}

/** Days of the week and times of the day, with the next few times that this comes to. */
export function TimetableSetting({ value, onChange, label, help, error }: SettingProps<"timetable">) {
  const { t } = useTranslation("inspector");
  const { language } = useLanguage();
  const [now] = useState(Date.now);
  const { zone, days, times } = read(value);
  const asked = error !== undefined;
  const change = (part: { zone?: string; days?: string[]; times?: readonly string[] }) => {
    const next = { zone, days, times, ...part };
    onChange({ zone: next.zone, days: [...next.days], times: [...next.times] });
  };
  const whole = Timetable.safeParse(value);
  const format = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: zone || "UTC" });
  return (
    <FieldGroup label={label} help={help} error={error}>
      <ZoneSelect zone={zone} missing={asked} onChange={(next) => change({ zone: next })} />
      <Group gap="xs" my="xs">
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            label={t(`day_${day}`)}
            checked={days.includes(day)}
            onChange={() => change({ days: weekdays.filter((each) => days.includes(each) !== (each === day)) })}
          />
        ))}
      </Group>
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
      {whole.success && (
        <>
          <Text size="xs" c="dimmed" mt="xs">
            {t("nextTimes")}
          </Text>
          <ul>
            {nextTimes(whole.data, now, shownTimes).map((at) => (
              <li key={at}>
                <Text size="xs" c="dimmed" className="tabular">
                  {format.format(at)}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </FieldGroup>
  );
}
