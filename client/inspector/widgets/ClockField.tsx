import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useHalfTyped } from "../useHalfTyped.ts";
import { readClock } from "./hoursEdits.ts";

interface Props {
  name: string;
  /** As the document holds it: a time, or what is typed so far and is none yet. */
  value: string;
  /** The setting is asked for, and this is not filled in. */
  missing: boolean;
  onChange(value: string): void;
}

const longest = 20;

/**
 * A time of day, however people write it. What is no time yet is kept in the document too, so that it outlives the panel. A
 * browser's own time control knows no 24:00.
 */
export function ClockField({ name, value, missing, onChange }: Props) {
  const { t } = useTranslation("inspector");
  const { text, type } = useHalfTyped<string>(
    value,
    (held) => held,
    (typed) => readClock(typed) ?? typed,
    (next) => onChange(next ?? ""),
  );
  const unreadable = text.trim() !== "" && readClock(text) === null;
  return (
    <TextInput
      aria-label={name}
      autoComplete="off"
      maxLength={longest}
      value={text}
      error={unreadable ? t("clockRule") : missing && text.trim() === ""}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onBlur={() => text !== value && type(value)}
    />
  );
}
