import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Rule } from "#shared/conditions/condition.ts";
import type { OperandKind } from "#shared/conditions/operators.ts";
import { OptionsInput } from "../lists/OptionsInput.tsx";
import { WordsInput } from "../lists/WordsInput.tsx";
import { NumberField } from "../NumberField.tsx";
import { type RuleValue, wordsOf } from "./conditionEdits.ts";

const most = 200;

interface Props {
  value: RuleValue | undefined;
  operand: Rule["operand"];
  /** There is nothing to compare with yet. */
  missing: boolean;
  onChange(operand: Rule["operand"]): void;
}

type Kind = Exclude<OperandKind, "none">;

/** A length of time in a fixed unit; `rule` names the unit and says what is taken. */
function Length({ rule, operand, missing, name, onChange }: Props & { name: string; rule: "daysRule" | "hoursRule" }) {
  const { t } = useTranslation("inspector");
  return (
    <NumberField
      name={`${name} (${t(rule)})`}
      value={typeof operand === "number" ? operand : undefined}
      allows={(number) => number >= 0}
      rule={t(rule)}
      error={missing}
      onChange={onChange}
    />
  );
}

const inputs: Record<Kind, (props: Props & { name: string }) => ReactNode> = {
  words: ({ operand, missing, name, onChange }) => (
    <WordsInput words={wordsOf(operand)} most={most} name={name} error={missing} onChange={onChange} />
  ),
  options: ({ value, operand, missing, name, onChange }) => (
    <OptionsInput
      options={value?.options ?? { free: [] }}
      chosen={wordsOf(operand)}
      most={most}
      name={name}
      error={missing}
      onChange={onChange}
    />
  ),
  text: ({ operand, missing, name, onChange }) => (
    <TextInput
      aria-label={name}
      maxLength={2000}
      value={typeof operand === "string" ? operand : ""}
      error={missing}
      onChange={({ currentTarget }) => onChange(currentTarget.value === "" ? undefined : currentTarget.value)}
    />
  ),
  number: ({ operand, missing, name, onChange }) => (
    <NumberField
      name={name}
      value={typeof operand === "number" ? operand : undefined}
      error={missing}
      onChange={onChange}
    />
  ),
  date: ({ operand, missing, name, onChange }) => (
    <TextInput
      type="date"
      aria-label={name}
      value={typeof operand === "string" ? operand : ""}
      error={missing}
      onChange={({ currentTarget }) => onChange(currentTarget.value === "" ? undefined : currentTarget.value)}
    />
  ),
  days: (props) => <Length {...props} rule="daysRule" />,
  hours: (props) => <Length {...props} rule="hoursRule" />,
};

/** What a value is compared with, entered as the operator asks for it. */
export function OperandInput({ kind, ...props }: Props & { kind: Kind }) {
  const { t } = useTranslation("inspector");
  return inputs[kind]({ ...props, name: t("operand") });
}
