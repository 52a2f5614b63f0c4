import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/useLanguage.ts";
import { readNumber, showNumber } from "#shared/language/numberText.ts";
import { useHalfTyped } from "./useHalfTyped.ts";

interface Props {
  value: number | undefined;
  onChange(value: number | undefined): void;
  /** What the document may hold; anything else stays as typed and is not kept. */
  allows?: (value: number) => boolean;
  /** Said when what is typed is no such number. */
  rule?: string;
  label?: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  name?: string;
  /** It came in the place of another control that had the keyboard. */
  autoFocus?: boolean;
  inputContainer?: (input: ReactNode) => ReactNode;
}

/** A number, written as in the language on screen. */
export function NumberField({ value, onChange, allows = () => true, rule, label, help, error, name, ...rest }: Props) {
  const { t } = useTranslation("inspector");
  const { language } = useLanguage();
  const { text, unreadable, type } = useHalfTyped(
    value,
    (number) => showNumber(number, language),
    (typed) => {
      const number = readNumber(typed, language);
      return number !== undefined && allows(number) ? number : undefined;
    },
    onChange,
  );
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      label={label}
      description={help}
      error={unreadable ? (rule ?? t("notANumber")) : error}
      aria-label={name}
      {...rest}
    />
  );
}
