import { ActionIcon, Checkbox } from "@mantine/core";
import { Copy, Plus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { mostSpans, type Span, type Weekday } from "#shared/schedule/hours.ts";
import { ClockField } from "./ClockField.tsx";
import classes from "./HoursSetting.module.css";
import { isTurnedRound, withSpan } from "./hoursEdits.ts";
import { withEntry, withoutEntry } from "./rowEdits.ts";

interface Props {
  day: Weekday;
  spans: readonly Span[];
  /** What the day has when it is switched on for the first time. */
  fresh: readonly Span[];
  /** The setting is asked for. */
  asked: boolean;
  onChange(spans: readonly Span[]): void;
  onCopy(): void;
}

/** One day of the week: whether anybody is there, and when. */
export function DayHours({ day, spans, fresh, asked, onChange, onCopy }: Props) {
  const { t } = useTranslation("inspector");
  const [before, setBefore] = useState<readonly Span[]>([]);
  const add = useRef<HTMLButtonElement>(null);
  const name = t(`day_${day}`);
  const on = spans.length > 0;
  const full = spans.length >= mostSpans;
  return (
    <li className={classes.day}>
      <div className={classes.head}>
        <Checkbox
          label={name}
          checked={on}
          onChange={() => {
            // Switched off by mistake, a day has its hours again when it is switched on.
            setBefore(spans);
            onChange(on ? [] : before.length > 0 ? before : fresh);
          }}
        />
        {on && (
          <div className={classes.buttons}>
            <ActionIcon
              ref={add}
              variant="subtle"
              color="gray"
              aria-label={t("addHours", { day: name })}
              title={t("addHours", { day: name })}
              disabled={full}
              onClick={() => onChange(withSpan(spans))}
            >
              <Plus size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("copyHours", { day: name })}
              title={t("copyHours", { day: name })}
              onClick={onCopy}
            >
              <Copy size={16} aria-hidden />
            </ActionIcon>
          </div>
        )}
      </div>
      {spans.map((span, index) => (
        // Hours have no identity of their own: which they are, their place says.
        <div key={index} className={classes.span}>
          <ClockField
            name={t("openFrom", { day: name, count: index + 1 })}
            value={span.from}
            missing={asked}
            onChange={(from) => onChange(withEntry(spans, index, { ...span, from }))}
          />
          <span aria-hidden>–</span>
          <ClockField
            name={t("openTo", { day: name, count: index + 1 })}
            value={span.to}
            missing={asked}
            onChange={(to) => onChange(withEntry(spans, index, { ...span, to }))}
          />
          {spans.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("removeHours", { day: name, place: index + 1 })}
              onClick={() => {
                onChange(withoutEntry(spans, index));
                // The button that was pressed goes with its hours.
                add.current?.focus();
              }}
            >
              <Trash2 size={16} aria-hidden />
            </ActionIcon>
          )}
          {isTurnedRound(span) && (
            <p className={classes.turned} role="alert">
              {t("spanRule")}
            </p>
          )}
        </div>
      ))}
    </li>
  );
}
