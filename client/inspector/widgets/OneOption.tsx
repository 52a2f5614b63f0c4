import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  label: string;
  help: string | undefined;
  error: ReactNode;
  options: readonly string[];
  /** What they are called, in their order, where they are ids. */
  names?: readonly string[] | undefined;
  value: string | null;
  onChange(value: string): void;
}

/** One of an attribute's options. One that the attribute no longer has is kept, and said to be gone. */
export function OneOption({ label, help, error, options, names, value, onChange }: Props) {
  const { t } = useTranslation("inspector");
  const known = [...new Set(options)];
  const gone = value !== null && !known.includes(value);
  return (
    <Select
      label={label}
      description={help}
      error={error ?? (gone && t("goneOption", { option: value }))}
      placeholder={gone ? t("chooseReplacement") : t("choose")}
      nothingFoundMessage={known.length === 0 ? t("noOptions") : t("nothingFound")}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      data={known.map((option, index) => ({ value: option, label: names?.[index] || option }))}
      value={gone ? null : value}
      onChange={(next) => next !== null && onChange(next)}
    />
  );
}
