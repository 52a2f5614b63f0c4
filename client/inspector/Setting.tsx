import { type ComponentType, useRef } from "react";
import type { Json } from "#shared/nodes/define.ts";
import type { FormField, Widget } from "#shared/nodes/form.ts";
import type { Fault } from "#shared/workflow/fault.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { ConditionSetting } from "./conditions/ConditionSetting.tsx";
import { FaultText } from "./FaultText.tsx";
import type { SettingProps } from "./settingProps.ts";
import { HookFieldsSetting } from "./hooks/HookFieldsSetting.tsx";
import { HookProofSetting } from "./hooks/HookProofSetting.tsx";
import { TemplateSetting } from "./text/TemplateSetting.tsx";
import { useBroughtIntoView } from "./useBroughtIntoView.ts";
import { AgeSetting } from "./widgets/AgeSetting.tsx";
import { AttributeSetting } from "./widgets/AttributeSetting.tsx";
import { AttributesSetting } from "./widgets/AttributesSetting.tsx";
import { CellsSetting } from "./widgets/CellsSetting.tsx";
import { CasesSetting } from "./widgets/CasesSetting.tsx";
import { ChoiceSetting } from "./widgets/ChoiceSetting.tsx";
import { ChoicesSetting } from "./widgets/ChoicesSetting.tsx";
import { CountSetting } from "./widgets/CountSetting.tsx";
import { DurationSetting } from "./widgets/DurationSetting.tsx";
import { HoursSetting } from "./widgets/HoursSetting.tsx";
import { NamedValuesSetting } from "./widgets/NamedValuesSetting.tsx";
import { NamesSetting } from "./widgets/NamesSetting.tsx";
import { PairsSetting } from "./widgets/PairsSetting.tsx";
import { PickFromSetting } from "./widgets/PickFromSetting.tsx";
import { PickSetting } from "./widgets/PickSetting.tsx";
import { RowMatchSetting } from "./widgets/RowMatchSetting.tsx";
import { ShortTextSetting } from "./widgets/ShortTextSetting.tsx";
import { TakesSetting } from "./widgets/TakesSetting.tsx";
import { TextsSetting } from "./widgets/TextsSetting.tsx";
import { TimetableSetting } from "./widgets/TimetableSetting.tsx";
import { ValueSetting } from "./widgets/ValueSetting.tsx";
import { WeightsSetting } from "./widgets/WeightsSetting.tsx";
import { ZoneSetting } from "./widgets/ZoneSetting.tsx";

/** What edits each kind of setting. A kind without an entry does not compile. */
const widgets: { [K in Widget["kind"]]: ComponentType<SettingProps<K>> } = {
  choice: ChoiceSetting,
  pick: PickSetting,
  pickFrom: PickFromSetting,
  template: TemplateSetting,
  condition: ConditionSetting,
  value: ValueSetting,
  cases: CasesSetting,
  duration: DurationSetting,
  age: AgeSetting,
  hours: HoursSetting,
  timetable: TimetableSetting,
  shortText: ShortTextSetting,
  choices: ChoicesSetting,
  count: CountSetting,
  attributeValue: AttributeSetting,
  attributes: AttributesSetting,
  texts: TextsSetting,
  pairs: PairsSetting,
  names: NamesSetting,
  namedValues: NamedValuesSetting,
  takes: TakesSetting,
  weights: WeightsSetting,
  hookProof: HookProofSetting,
  hookFields: HookFieldsSetting,
  rowMatch: RowMatchSetting,
  cells: CellsSetting,
  zone: ZoneSetting,
};

/** The table pairs each kind with its component; which kind a setting is of is forgotten here, once. */
const anyWidget = widgets as Record<Widget["kind"], ComponentType<SettingProps<Widget["kind"]>>>;

interface Props {
  field: FormField;
  fields: readonly FormField[];
  config: Readonly<Record<string, Json>>;
  /** Of this setting. */
  faults: readonly Fault[];
  /** A new number brings the setting into view. */
  asked: number | null;
  onChange(value: Json | undefined): void;
}

/** One setting of the form. */
export function Setting({ field: { key, ui, otherwise }, fields, config, faults, asked, onChange }: Props) {
  const { pick } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  useBroughtIntoView(place, asked);
  const Shown = anyWidget[ui.widget.kind];
  return (
    <div ref={place}>
      <Shown
        widget={ui.widget}
        setting={key}
        value={Object.hasOwn(config, key) ? config[key] : otherwise}
        // Controls leave absent what is not set, so all they give is JSON.
        onChange={(value) => onChange(value as Json | undefined)}
        label={pick(ui.label)}
        help={ui.help && pick(ui.help)}
        error={faults.length > 0 ? <FaultText faults={faults} /> : undefined}
        config={config}
        fields={fields}
      />
    </div>
  );
}
