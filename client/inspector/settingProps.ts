import type { ReactNode } from "react";
import type { Json } from "#shared/nodes/define.ts";
import type { Group } from "#shared/conditions/condition.ts";
import type { NamedType } from "#shared/workspace/lists.ts";
import type { AttributeSetting, CellSetting, FormField, RowMatch, Widget } from "#shared/nodes/form.ts";
import type { Template } from "#shared/template/template.ts";

/** A row that is being filled in: the attribute chosen, its value perhaps not yet. */
export interface DraftRow {
  attribute: string;
  value?: Json | AttributeSetting;
}

/** An entry that is being filled in. */
export interface DraftPair {
  name: string;
  value: Template;
}

/** The same with the type of its value. */
export interface DraftNamed {
  name: string;
  type: NamedType;
}

/** An entry of a list that counts more than others, perhaps not chosen yet. */
export interface DraftWeight {
  id: string;
  weight?: number;
}

/** What a control may give: JSON, or what one of the settings' schemas describes, which is JSON without saying so. */
export type Given =
  | Json
  | Template
  | Group
  | AttributeSetting
  | RowMatch
  | readonly (DraftRow | DraftPair | DraftNamed | DraftWeight | CellSetting)[];

/** What a control of the form gets. The document is the state: `setting` comes from it and may hold anything. */
export interface SettingProps<K extends Widget["kind"]> {
  widget: Extract<Widget, { kind: K }>;
  /** The setting's place in `config`. */
  setting: string;
  value: Json | undefined;
  /** Undefined takes the setting out: it has to be chosen again. */
  onChange(value: Given | undefined): void;
  label: string;
  help: string | undefined;
  /** What is wrong with the setting, to be shown under it; undefined when nothing is. */
  error: ReactNode;
  /** The step's other settings, for controls that depend on them. */
  config: Readonly<Record<string, Json>>;
  fields: readonly FormField[];
}

/** The attribute settings whose value is written by `attributeValue`, which decides what else has to fit. */
export const writtenThrough = (fields: readonly FormField[], setting: string): FormField[] =>
  fields.filter(({ ui: { widget } }) => widget.kind === "attributeValue" && widget.of === setting);
