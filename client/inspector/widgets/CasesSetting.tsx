import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { FieldGroup } from "../FieldGroup.tsx";
import { optionsOf } from "../lists/optionChoices.ts";
import type { SettingProps } from "../settingProps.ts";
import { useScope } from "../useScope.ts";
import { CaseForm } from "./CaseForm.tsx";
import { caseId, mostCases, moved, readCases } from "./caseEdits.ts";
import classes from "./CasesSetting.module.css";

/** The exits of a split, in the order they are tried. */
export function CasesSetting({ widget, value, onChange, label, help, error, config }: SettingProps<"cases">) {
  const { t } = useTranslation("inspector");
  const { values } = useScope();
  const add = useRef<HTMLButtonElement>(null);
  const cases = readCases(value);
  const list = useRef<HTMLOListElement>(null);
  /** The keyboard goes along with the exit: the page loses it when an element changes its place. */
  const move = (from: number, by: -1 | 1) => {
    flushSync(() => onChange(moved(cases, from, from + by)));
    list.current?.children[from + by]?.querySelector<HTMLElement>(`[data-move="${by}"]`)?.focus();
  };
  const options = optionsOf(values.find(({ ref }) => ref === config[widget.of]));
  return (
    <FieldGroup label={label} help={help} error={error}>
      <ol ref={list} className={classes.list}>
        {cases.map((one, index) => (
          <CaseForm
            key={one.id}
            value={one}
            place={index + 1}
            of={cases.length}
            options={options}
            onChange={(next) => onChange(cases.map((each) => (each.id === one.id ? next : each)))}
            onMove={(by) => move(index, by)}
            onRemove={() => {
              onChange(cases.filter(({ id }) => id !== one.id));
              // The button that was pressed goes with its exit.
              add.current?.focus();
            }}
          />
        ))}
      </ol>
      <div className={classes.otherwise}>{t("otherwise")}</div>
      <Button
        ref={add}
        size="xs"
        variant="default"
        leftSection={<Plus size={14} aria-hidden />}
        disabled={cases.length >= mostCases}
        onClick={() =>
          onChange([...cases, { id: caseId(crypto.getRandomValues(new Uint8Array(10))), label: "", values: [] }])
        }
      >
        {t("addCase")}
      </Button>
    </FieldGroup>
  );
}
