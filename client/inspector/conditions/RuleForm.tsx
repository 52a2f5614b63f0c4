import { ActionIcon, Select } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Rule } from "#shared/conditions/condition.ts";
import { findOperator, operatorsFor } from "#shared/conditions/operators.ts";
import { useScope } from "../useScope.ts";
import { SampleLine } from "../values/SampleLine.tsx";
import { ValuePicker } from "../values/ValuePicker.tsx";
import classes from "./ConditionSetting.module.css";
import { isComplete, withOperand, withOperator, withValue } from "./conditionEdits.ts";
import { Holds } from "./Holds.tsx";
import { OperandInput } from "./OperandInput.tsx";

interface Props {
  rule: Rule;
  /** Which rule it is, for screen readers: "2", "2.1". */
  place: string;
  onChange(rule: Rule): void;
  onRemove(): void;
}

/** The longest operator that is read whole beside what it compares with, in the narrowest panel. */
const longestBeside = 10;

/** One rule: a value, how it is compared, and with what. */
export function RuleForm({ rule, place, onChange, onRemove }: Props) {
  const { t } = useTranslation("inspector");
  const { values, speech } = useScope();
  const value = values.find(({ ref }) => ref === rule.ref);
  const operator = findOperator(rule.operator);
  const fitting = value ? operatorsFor(value.type) : operator ? [operator] : [];
  const wide = operator?.operand === "options" || (operator ? speech.pick(operator.label).length : 0) > longestBeside;
  return (
    <div className={classes.rule} role="group" aria-label={t("rule", { place })}>
      <div className={classes.what}>
        <div className={classes.value}>
          <ValuePicker
            value={rule.ref}
            name={t("ruleValue")}
            onPick={(ref) => {
              const next = values.find((candidate) => candidate.ref === ref);
              if (next) onChange(withValue(rule, next, value));
            }}
          />
        </div>
        <ActionIcon variant="subtle" color="gray" aria-label={t("removeRule", { place })} onClick={onRemove}>
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.compared}>
        <Select
          className={`${classes.operator} ${wide ? classes.wide : ""}`}
          aria-label={t("operator")}
          data={fitting.map(({ name, label }) => ({ value: name, label: speech.pick(label) }))}
          value={fitting.some(({ name }) => name === rule.operator) ? rule.operator : null}
          placeholder={t("choose")}
          onChange={(name) => name !== null && onChange(withOperator(rule, name))}
          allowDeselect={false}
          maxDropdownHeight={320}
          comboboxProps={{ width: "max-content", position: "bottom-start" }}
        />
        {operator && operator.operand !== "none" && (
          <div className={classes.operand}>
            <OperandInput
              kind={operator.operand}
              value={value}
              operand={rule.operand}
              missing={!isComplete(rule)}
              onChange={(operand) => onChange(withOperand(rule, operand))}
            />
          </div>
        )}
      </div>
      {value && (
        <SampleLine value={value}>
          <Holds group={{ match: "all", rules: [rule] }} />
        </SampleLine>
      )}
    </div>
  );
}
