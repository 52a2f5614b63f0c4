import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { NodeType } from "#shared/nodes/define.ts";
import { Once, onceFor, onceLabels } from "#shared/workflow/once.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

interface Props {
  spec: NodeType;
  value: Once | undefined;
  onChange(value: Once | undefined): void;
}

const always = "always";

/** Whether a trigger starts every time. Every trigger about a customer has it, at the same place. */
export function HowOften({ spec, value, onChange }: Props) {
  const { t } = useTranslation("inspector");
  const { pick } = useLanguage();
  const offered = onceFor(spec);
  if (offered.length === 0) return null;
  return (
    <Select
      label={t("howOften")}
      data={[
        { value: always, label: t("everyTime") },
        ...offered.map((once) => ({ value: once, label: pick(onceLabels[once]) })),
      ]}
      value={value ?? always}
      onChange={(next) => onChange(Once.safeParse(next).data)}
      allowDeselect={false}
    />
  );
}
