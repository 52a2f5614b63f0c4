import type { Json } from "#shared/nodes/define.ts";
import { AttributeSetting, type FormField } from "#shared/nodes/form.ts";
import type { ListItem, Lists } from "#shared/workspace/lists.ts";
import { writtenThrough } from "./settingProps.ts";

type Config = Readonly<Record<string, Json>>;

/** What a new workspace attribute is taken for while its type is not known. */
export const attributeType = (item: ListItem | undefined): AttributeSetting["type"] => item?.type ?? "text";

/** Whether a value is of the attribute's type, and for a list one of its options. */
export function fitsAttribute(value: Json | undefined, item: ListItem | undefined): boolean {
  const read = AttributeSetting.safeParse(value);
  if (!read.success || read.data.type !== attributeType(item)) return false;
  return read.data.type !== "list" || !item?.options || item.options.includes(read.data.value);
}

/** The settings that name columns of the table chosen in another. */
const columnsOf = (fields: readonly FormField[], setting: string): string[] =>
  fields.flatMap(({ key, ui: { widget } }) =>
    (widget.kind === "rowMatch" || widget.kind === "cells") && widget.of === setting ? [key] : [],
  );

/**
 * The step's settings with one of them changed. A value for an attribute goes when another attribute does not take it; columns
 * go with their table.
 */
export function changeSetting(
  config: Config,
  setting: string,
  value: Json | undefined,
  fields: readonly FormField[],
  lists: Lists | null,
): Record<string, Json> {
  const dropped = writtenThrough(fields, setting).flatMap(({ key, ui: { widget } }) => {
    const item =
      widget.kind === "attributeValue" ? lists?.[widget.list].find((candidate) => candidate.id === value) : undefined;
    return fitsAttribute(config[key], item) ? [] : [key];
  });
  const columns = value === config[setting] ? [] : columnsOf(fields, setting).filter((key) => config[key] !== null);
  const gone = new Set([...dropped, ...columns, ...(value === undefined ? [setting] : [])]);
  const kept = Object.entries(config).filter(([key]) => !gone.has(key) && key !== setting);
  return Object.fromEntries(value === undefined ? kept : [...kept, [setting, value]]);
}
