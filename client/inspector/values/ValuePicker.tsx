import { InputBase } from "@mantine/core";
import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useScope } from "../useScope.ts";
import { ValueMenu } from "./ValueMenu.tsx";

interface Props {
  /** The reference, or "" while none is chosen. */
  value: string;
  onPick(ref: string): void;
  label?: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  /** The name for screen readers where no label is shown. */
  name?: string;
}

/** Chooses one value by its name. */
export function ValuePicker({ value, onPick, label, help, error, name }: Props) {
  const { t } = useTranslation("inspector");
  const { speech, values } = useScope();
  const gone = value !== "" && !values.some(({ ref }) => ref === value);
  const shown = value === "" ? t("chooseValue") : speech.label(value);
  return (
    <ValueMenu chosen={value} onPick={onPick}>
      {(toggle) => (
        <InputBase
          component="button"
          type="button"
          pointer
          label={label}
          description={help}
          error={error ?? gone}
          rightSection={<ChevronsUpDown size={16} aria-hidden />}
          rightSectionPointerEvents="none"
          aria-label={name ? `${name}: ${shown}` : undefined}
          onClick={toggle}
        >
          {shown}
        </InputBase>
      )}
    </ValueMenu>
  );
}
