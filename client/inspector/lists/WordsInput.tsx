import { TagsInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./pills.module.css";

const longest = 300;

interface Props {
  words: readonly string[];
  onChange(words: string[]): void;
  most: number;
  label?: ReactNode;
  error?: ReactNode;
  name?: string;
}

/** Several words or phrases. Enter or a comma ends one; what is pasted is cut at commas and line ends. */
export function WordsInput({ words, onChange, most, label, error, name }: Props) {
  const { t } = useTranslation("inspector");
  return (
    <TagsInput
      label={label}
      aria-label={name}
      error={error}
      value={[...words]}
      onChange={(next) => onChange(next.map((word) => word.slice(0, longest)))}
      maxTags={most}
      maxLength={longest}
      splitChars={[",", "\n", "\r"]}
      placeholder={words.length === 0 ? t("typeWords") : t("another")}
      autoComplete="off"
      classNames={{ inputField: classes.field ?? "" }}
    />
  );
}
