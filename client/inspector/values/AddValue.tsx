import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ValueMenu } from "./ValueMenu.tsx";

interface Props {
  /** The setting the value is for, named for screen readers. */
  label: string;
  /** As high as a control, to stand beside one. */
  tall?: boolean;
  onPick(ref: string): void;
}

/** The "+ Value" button: the keyboard goes on where the value was put. */
export function AddValue({ label, tall = false, onPick }: Props) {
  const { t } = useTranslation("inspector");
  return (
    <ValueMenu focusBack={false} onPick={onPick}>
      {(toggle) => (
        <Button
          size={tall ? "sm" : "xs"}
          h={tall ? 36 : 26}
          px={tall ? 10 : 8}
          variant="default"
          leftSection={<Plus size={14} aria-hidden />}
          aria-label={t("addValueTo", { label })}
          onClick={toggle}
        >
          {t("addValue")}
        </Button>
      )}
    </ValueMenu>
  );
}
