import { z } from "zod";
import { Group } from "../conditions/condition.ts";
import { HookField, mostHookFields, Proof } from "../hooks/hookField.ts";
import type { Text } from "../language/text.ts";
import { Hours } from "../schedule/hours.ts";
import { Timetable } from "../schedule/timetable.ts";
import { isZone } from "../schedule/zone.ts";
import { mostColumns } from "../tables/table.ts";
import type { ValueType } from "../template/fields.ts";
import { Template } from "../template/template.ts";
import { ListName, NamedValue } from "../workspace/lists.ts";
import type { Json } from "./define.ts";

/** How a setting is edited. The form is drawn from this; no component knows a node type. */
export type Widget =
  | { kind: "choice"; options: readonly { value: string; label: Text }[] }
  | { kind: "choices"; options: readonly { value: string; label: Text }[] }
  | { kind: "count"; least: number; most: number }
  | { kind: "pick"; list: ListName }
  | { kind: "pickFrom"; lists: readonly ListName[]; none: Text }
  | { kind: "template"; multiline: boolean }
  | { kind: "condition" }
  | { kind: "value"; types: readonly ValueType[] | null }
  | { kind: "cases"; of: string }
  | { kind: "duration" }
  | { kind: "age" }
  | { kind: "hours" }
  | { kind: "timetable" }
  | { kind: "shortText"; longest: number }
  | { kind: "attributeValue"; of: string; list: ListName }
  | { kind: "attributes"; list: ListName; ofType: string | null }
  | { kind: "texts"; most: number; longest: number }
  | { kind: "names"; most: number }
  | { kind: "namedValues"; most: number }
  | { kind: "pairs"; most: number }
  | { kind: "takes"; of: string; list: ListName }
  | { kind: "weights"; list: ListName }
  | { kind: "hookProof" }
  | { kind: "hookFields" }
  | { kind: "rowMatch"; of: string; none: Text | null }
  | { kind: "cells"; of: string }
  | { kind: "zone" };

export interface FieldUi {
  label: Text;
  help?: Text;
  /** Folded under "More settings". */
  advanced?: boolean;
  widget: Widget;
}

/** What the form needs to know of a setting, kept on its schema. An entry belongs to one schema instance. */
export const fieldUi = z.registry<FieldUi>();

type Shown = Omit<FieldUi, "widget">;

const shown = <S extends z.ZodType>(schema: S, ui: FieldUi): S => {
  fieldUi.add(schema, ui);
  return schema;
};

/** One of a few fixed words. */
export function choice<const V extends string>(ui: Shown, options: Record<V, Text>) {
  const values = Object.keys(options) as [V, ...V[]];
  return shown(z.enum(values), {
    ...ui,
    widget: { kind: "choice", options: values.map((value) => ({ value, label: options[value] })) },
  });
}

/** Several of a few fixed words, at least one. */
export function choices<const V extends string>(ui: Shown, options: Record<V, Text>) {
  const values = Object.keys(options) as [V, ...V[]];
  return shown(z.array(z.enum(values)).min(1).max(values.length), {
    ...ui,
    widget: { kind: "choices", options: values.map((value) => ({ value, label: options[value] })) },
  });
}

/** A whole number between two others. */
export const count = (ui: Shown, least: number, most: number) =>
  shown(z.number().int().min(least).max(most), { ...ui, widget: { kind: "count", least, most } });

/** One entry of a workspace list, kept by id (attributes by name). */
export const pick = (ui: Shown, list: ListName) =>
  shown(z.string().min(1).max(200), { ...ui, widget: { kind: "pick", list } });

/** An entry of one of several lists, or nothing, which has a name of its own. */
export const Choice = z.object({ list: ListName, id: z.string().min(1).max(200) }).nullable();
export type Choice = z.infer<typeof Choice>;
export const pickFrom = (ui: Shown, lists: readonly ListName[], none: Text) =>
  shown(Choice.clone(), { ...ui, widget: { kind: "pickFrom", lists, none } });

/** A text with chips. */
export const template = (ui: Shown, multiline = true) =>
  shown(Template.clone(), { ...ui, widget: { kind: "template", multiline } });

export const condition = (ui: Shown) => shown(Group.clone(), { ...ui, widget: { kind: "condition" } });

/** A reference to one value; of one of these types, where they are given. */
export const value = (ui: Shown, types: readonly ValueType[] | null = null) =>
  shown(z.string().min(1).max(300), { ...ui, widget: { kind: "value", types } });

/** The exits of a split: each with an id of its own, so that renaming keeps its line, and the values that lead there. */
export const Case = z.object({
  id: z.string().regex(/^[a-z0-9]{1,32}$/),
  label: z.string().max(80),
  values: z.array(z.string().max(300)).max(100),
});
export type Case = z.infer<typeof Case>;
export const cases = (ui: Shown, of: string) =>
  shown(z.array(Case).min(1).max(50), { ...ui, widget: { kind: "cases", of } });

export const Duration = z.object({
  amount: z.number().int().min(1).max(100_000),
  unit: z.enum(["minutes", "hours", "days"]),
});
export type Duration = z.infer<typeof Duration>;
export const duration = (ui: Shown) => shown(Duration.clone(), { ...ui, widget: { kind: "duration" } });

/** How long ago something was, in days as a calendar has them: before so many of them, or within them, today counted; null for whenever. */
export const Age = z.object({ is: z.enum(["over", "within"]), days: z.number().int().min(1).max(3_650) }).nullable();
export type Age = z.infer<typeof Age>;
export const age = (ui: Shown) => shown(Age.clone(), { ...ui, widget: { kind: "age" } }).default(null);

/** Times that come again and again. */
export const timetable = (ui: Shown) => shown(Timetable.clone(), { ...ui, widget: { kind: "timetable" } });

/** When somebody is there, by the week. */
export const hours = (ui: Shown) => shown(Hours.clone(), { ...ui, widget: { kind: "hours" } });

/** A few words of the builder's own, without values in them. */
export const shortText = (ui: Shown, longest: number) =>
  shown(z.string().trim().min(1).max(longest), { ...ui, widget: { kind: "shortText", longest } });

/** A value for the attribute chosen in the setting named `of`, typed as the workspace says. Dates are days: YYYY-MM-DD. */
export const AttributeSetting = z.discriminatedUnion("type", [
  z.object({ type: z.enum(["text", "date"]), value: Template }),
  z.object({ type: z.literal("number"), value: z.union([z.number(), Template]) }),
  z.object({ type: z.literal("boolean"), value: z.boolean() }),
  z.object({ type: z.literal("list"), value: z.string().min(1).max(300) }),
]);
export type AttributeSetting = z.infer<typeof AttributeSetting>;
export const attributeValue = (ui: Shown, of: string, list: ListName) =>
  shown(AttributeSetting.clone(), { ...ui, widget: { kind: "attributeValue", of, list } });

/** Several attributes at once, each with a value typed as the workspace says. */
export const AttributeRow = z.object({ attribute: z.string().min(1).max(300), value: AttributeSetting });
export type AttributeRow = z.infer<typeof AttributeRow>;
/** `ofType` names the setting that holds the ticket type whose attributes are offered. */
export const attributes = (ui: Shown, list: ListName, ofType: string | null = null) =>
  shown(z.array(AttributeRow).max(50), { ...ui, widget: { kind: "attributes", list, ofType } });

/** A few short texts, in order. */
export const texts = (ui: Shown, most: number, longest: number) =>
  shown(z.array(z.string().trim().min(1).max(longest)).max(most), { ...ui, widget: { kind: "texts", most, longest } });

/** Names of the builder's own, each with the type of what it stands for. */
export const names = (ui: Shown, most: number) =>
  shown(z.array(NamedValue).max(most), { ...ui, widget: { kind: "names", most } });

/** The same, each with its value. */
export const NamedRow = NamedValue.extend({ value: Template });
export type NamedRow = z.infer<typeof NamedRow>;
export const namedValues = (ui: Shown, most: number) =>
  shown(z.array(NamedRow).max(most), { ...ui, widget: { kind: "namedValues", most } });

/** Entries that a service keeps by a name of the builder's own. */
export const Pair = z.object({ name: z.string().trim().min(1).max(190), value: Template });
export type Pair = z.infer<typeof Pair>;
export const pairs = (ui: Shown, most: number) =>
  shown(z.array(Pair).max(most), { ...ui, widget: { kind: "pairs", most } });

/** What the entry that the setting `of` chooses from `list` takes, each by its name with a text with values. */
export const takes = (ui: Shown, of: string, list: ListName) =>
  shown(z.array(Pair).max(20), { ...ui, widget: { kind: "takes", of, list } });

/** How much more some entries of a list count than the others, which count once. */
export const Weight = z.object({ id: z.string().min(1).max(200), weight: z.number().int().min(1).max(100) });
export type Weight = z.infer<typeof Weight>;
export const weights = (ui: Shown, list: ListName) =>
  shown(z.array(Weight).max(100), { ...ui, widget: { kind: "weights", list } });

/** How another tool proves itself, beside the address it calls and the secret it has, which are no part of the drawing. */
export const hookProof = (ui: Shown) => shown(Proof.clone(), { ...ui, widget: { kind: "hookProof" } });

/** Values picked of what another tool sends. */
export const hookFields = (ui: Shown) =>
  shown(z.array(HookField).max(mostHookFields), { ...ui, widget: { kind: "hookFields" } });
/** Which rows of the table chosen in the setting `of`: those whose column holds this. */
export const RowMatch = z.object({ column: z.string().min(1).max(64), is: Template });
export type RowMatch = z.infer<typeof RowMatch>;
export const rowMatch = (ui: Shown, of: string) =>
  shown(RowMatch.clone(), { ...ui, widget: { kind: "rowMatch", of, none: null } });
/** The same, or no row that is there, which has a name of its own. */
export const rowMatchOr = (ui: Shown, of: string, none: Text) =>
  shown(RowMatch.nullable(), { ...ui, widget: { kind: "rowMatch", of, none } });

/** What to write into columns of the table chosen in the setting `of`. */
export const CellSetting = z.object({ column: z.string().min(1).max(64), value: Template });
export type CellSetting = z.infer<typeof CellSetting>;
export const cells = (ui: Shown, of: string) =>
  shown(z.array(CellSetting).min(1).max(mostColumns), { ...ui, widget: { kind: "cells", of } });

/** A time zone by its IANA name. */
export const zone = (ui: Shown) => shown(z.string().max(64).refine(isZone), { ...ui, widget: { kind: "zone" } });

/** A setting's place in the form: its key, how it is shown, and its schema (still wrapped, if optional). */
export interface FormField {
  key: string;
  ui: FieldUi;
  schema: z.ZodType;
  optional: boolean;
  /** What it means to leave it out; undefined where that means nothing of its own. */
  otherwise: Json | undefined;
}

const unwrapped = (schema: unknown): z.ZodType => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap());
  return schema as z.ZodType;
};

/** The settings of a declaration in the order they were declared. A setting without `fieldUi` is a fault in the declaration. */
export function formOf(config: z.ZodObject): FormField[] {
  return Object.entries(config.shape).map(([key, schema]) => {
    const inner = unwrapped(schema);
    const ui = fieldUi.get(inner);
    if (!ui) throw new Error(`setting "${key}" has no fieldUi: make it with a helper of nodes/form.ts`);
    const optional = schema !== inner;
    // Settings are JSON, so what stands in for one is too.
    const otherwise = optional ? ((schema as z.ZodType).parse(undefined) as Json | undefined) : undefined;
    return { key, ui, schema: schema as z.ZodType, optional, otherwise };
  });
}
