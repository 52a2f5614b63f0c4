import { MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "#shared/language/text.ts";
import type { Options } from "#shared/template/fields.ts";
import { useScope } from "../useScope.ts";
import { optionChoices } from "./optionChoices.ts";
import classes from "./pills.module.css";
import { WordsInput } from "./WordsInput.tsx";

interface Props {
  options: Options;
  chosen: readonly string[];
  onChange(chosen: string[]): void;
  most: number;
  label?: ReactNode;
  error?: ReactNode;
  name?: string;
}

/** Several of a value's options. An attribute whose options are not known takes any words; what is gone says so. */
export function OptionsInput({ options, chosen, onChange, most, ...frame }: Props) {
  const { t } = useTranslation("inspector");
  const { speech } = useScope();
  const choices = optionChoices(options, speech);
  if ("free" in options && choices.length === 0)
    return <WordsInput words={chosen} onChange={onChange} most={most} {...frame} />;
  const known = new Set(choices.map(({ value }) => value));
  const goneWords = (value: string) =>
    "list" in options ? speech.name(options.list, value) : t("goneOption", { option: value });
  const gone = [...new Set(chosen)]
    .filter((value) => !known.has(value))
    .map((value) => ({ value, label: goneWords(value) }));
  const { name, ...shown } = frame;
  return (
    <MultiSelect
      {...shown}
      aria-label={name}
      data={[...choices, ...gone]}
      value={[...new Set(chosen)]}
      onChange={onChange}
      maxValues={most}
      searchable
      selectFirstOptionOnChange
      classNames={{ inputField: classes.field ?? "" }}
      filter={({ options: all, search }) =>
        all.filter((option) => !("group" in option) && fold(option.label).includes(fold(search).trim()))
      }
      placeholder={chosen.length === 0 ? t("choose") : ""}
      nothingFoundMessage={"list" in options && choices.length === 0 ? t(`no_${options.list}`) : t("nothingFound")}
      comboboxProps={{ width: "max-content", position: "bottom-start" }}
    />
  );
}
