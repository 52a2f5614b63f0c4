import { UnstyledButton } from "@mantine/core";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Json } from "#shared/nodes/define.ts";
import type { FormField } from "#shared/nodes/form.ts";
import type { Fault } from "#shared/workflow/fault.ts";
import { changeSetting } from "./changeSetting.ts";
import classes from "./Inspector.module.css";
import { Setting } from "./Setting.tsx";
import { useScope } from "./useScope.ts";

interface Props {
  fields: readonly FormField[];
  config: Readonly<Record<string, Json>>;
  faults: readonly Fault[];
  focusField: { field: string; nonce: number } | null;
  onConfig(config: Record<string, Json>): void;
}

/** The settings in the order they were declared, the rarer ones folded. */
export function SettingsForm({ fields, config, faults, focusField, onConfig }: Props) {
  const { t } = useTranslation("inspector");
  const { lists } = useScope();
  const id = useId();
  const nonce = focusField?.nonce ?? null;
  const [unfolded, setUnfolded] = useState<{ open: boolean; since: number | null }>({ open: false, since: null });
  const setting = (field: FormField) => (
    <Setting
      key={field.key}
      field={field}
      fields={fields}
      config={config}
      faults={faults.filter((fault) => fault.field === field.key)}
      asked={focusField?.field === field.key ? focusField.nonce : null}
      onChange={(value) => onConfig(changeSetting(config, field.key, value, fields, lists))}
    />
  );
  const always = fields.filter(({ ui }) => !ui.advanced);
  const advanced = fields.filter(({ ui }) => ui.advanced);
  // What is asked for is shown, until somebody folds it again.
  const askedInside = nonce !== unfolded.since && advanced.some(({ key }) => key === focusField?.field);
  const open = askedInside || unfolded.open;
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <>
      {always.map(setting)}
      {advanced.length > 0 && (
        <div>
          <UnstyledButton
            className={classes.more ?? ""}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setUnfolded({ open: !open, since: nonce })}
          >
            <Chevron size={16} aria-hidden />
            {t("more")}
          </UnstyledButton>
          <div id={id} hidden={!open} className={classes.advanced}>
            {open && advanced.map(setting)}
          </div>
        </div>
      )}
    </>
  );
}
