import { ActionIcon, TextInput } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { joinWords } from "#shared/language/text.ts";
import type { Case } from "#shared/nodes/form.ts";
import type { Options } from "#shared/template/fields.ts";
import { optionChoices } from "../lists/optionChoices.ts";
import { OptionsInput } from "../lists/OptionsInput.tsx";
import { WordsInput } from "../lists/WordsInput.tsx";
import { useScope } from "../useScope.ts";
import { mostValues, withValues } from "./caseEdits.ts";
import classes from "./CasesSetting.module.css";
import { MoveButton } from "./MoveButton.tsx";

interface Props {
  value: Case;
  /** From 1. */
  place: number;
  of: number;
  /** What there is to choose from; null where any words may come. */
  options: Options | null;
  onChange(value: Case): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** One exit: the values that lead there and its name on the drawing. */
export function CaseForm({ value, place, of, options, onChange, onMove, onRemove }: Props) {
  const { t } = useTranslation("inspector");
  const { speech } = useScope();
  const names = new Map(options ? optionChoices(options, speech).map((each) => [each.value, each.label]) : []);
  const change = (values: string[]) => onChange(withValues(value, values, (each) => names.get(each) ?? each));
  const given = { most: mostValues, label: t("caseValues"), onChange: change };
  return (
    <li className={classes.case} aria-label={t("casePlace", { place })}>
      <div className={classes.head}>
        <span className={classes.place}>{t("casePlace", { place })}</span>
        {of > 1 && (
          <>
            <MoveButton by={-1} label={t("caseUp", { place })} idle={place === 1} onMove={onMove} />
            <MoveButton by={1} label={t("caseDown", { place })} idle={place === of} onMove={onMove} />
          </>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label={t("caseRemove", { place })} onClick={onRemove}>
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      </div>
      {options ? (
        <OptionsInput options={options} chosen={value.values} {...given} />
      ) : (
        <WordsInput words={value.values} {...given} />
      )}
      <TextInput
        label={t("caseName")}
        value={value.label}
        maxLength={80}
        placeholder={joinWords(value.values, "/")}
        onChange={({ currentTarget }) => onChange({ ...value, label: currentTarget.value })}
      />
    </li>
  );
}
