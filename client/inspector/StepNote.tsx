import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  value: string | undefined;
  onChange(value: string | undefined): void;
}

/** A remark on the step for whoever works on the drawing. Every step has it, at the same place. */
export function StepNote({ value, onChange }: Props) {
  const { t } = useTranslation("inspector");
  return (
    <Textarea
      label={t("note")}
      placeholder={t("notePlaceholder")}
      autosize
      minRows={1}
      maxRows={8}
      maxLength={2000}
      value={value ?? ""}
      onChange={({ currentTarget }) => onChange(currentTarget.value === "" ? undefined : currentTarget.value)}
    />
  );
}
