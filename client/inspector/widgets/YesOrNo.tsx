import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FieldGroup } from "../FieldGroup.tsx";

interface Props {
  label: string;
  help: string | undefined;
  error: ReactNode;
  value: boolean | undefined;
  onChange(value: boolean): void;
}

export function YesOrNo({ label, help, error, value, onChange }: Props) {
  const { t } = useTranslation("inspector");
  return (
    <FieldGroup label={label} help={help} error={error}>
      <SegmentedControl
        fullWidth
        aria-label={label}
        data={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        value={value === undefined ? "" : value ? "yes" : "no"}
        onChange={(next) => onChange(next === "yes")}
      />
    </FieldGroup>
  );
}
