import { ActionIcon, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Check, Copy } from "lucide-react";
import { useTranslation } from "react-i18next";

interface Props {
  label: string;
  value: string;
  /** Keeps the label for readers only, where the surroundings say it already. */
  hideLabel?: boolean;
}

/** A text to take elsewhere, with a button that copies it. Where the browser forbids copying, it says how to. */
export function CopyField({ label, value, hideLabel = false }: Props) {
  const { t } = useTranslation();
  const { copy, copied, error } = useClipboard({ timeout: 3_000 });
  return (
    <TextInput
      {...(hideLabel ? { "aria-label": label } : { label })}
      value={value}
      readOnly
      error={error ? t("copyFailed") : null}
      onFocus={({ currentTarget }) => currentTarget.select()}
      rightSection={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={copied ? t("copied") : t("copy", { what: label })}
          onClick={() => copy(value)}
        >
          {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        </ActionIcon>
      }
    />
  );
}
