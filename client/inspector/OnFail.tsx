import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { WorkflowNode } from "#shared/workflow/document.ts";

interface Props {
  value: WorkflowNode["onFail"];
  onChange(value: WorkflowNode["onFail"]): void;
}

const ways = ["stop", "goOn", "exit"] as const;

/** What happens when the step's action fails. Every action has it, at the same place. */
export function OnFail({ value, onChange }: Props) {
  const { t } = useTranslation("inspector");
  return (
    <Select
      label={t("onFail")}
      data={ways.map((way) => ({ value: way, label: t(`onFail_${way}`) }))}
      value={value ?? "stop"}
      onChange={(next) => {
        const way = ways.find((each) => each === next);
        onChange(way === "stop" ? undefined : way);
      }}
      allowDeselect={false}
    />
  );
}
