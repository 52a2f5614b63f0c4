import { z } from "zod";
import { refsInCondition } from "../conditions/compileCondition.ts";
import { refsIn as refsInTemplate } from "../template/template.ts";
import {
  formOf,
  type AttributeRow,
  type AttributeSetting,
  type CellSetting,
  type Pair,
  type RowMatch,
} from "./form.ts";
import type { NodeType } from "./define.ts";
import type { Group } from "../conditions/condition.ts";
import type { Template } from "../template/template.ts";

/** One reference a step's settings make, and the setting it stands in. */
export interface UsedRef {
  field: string;
  ref: string;
}

/** Every reference a step's settings make. `config` has been parsed by the declaration's schema. */
export function refsIn(node: NodeType, config: z.output<z.ZodObject>): UsedRef[] {
  return formOf(node.config).flatMap(({ key, ui }) => {
    const setting = config[key];
    if (setting === undefined || setting === null) return [];
    return refsOf(ui.widget.kind, setting).map((ref) => ({ field: key, ref }));
  });
}

/** The widget says what shape a setting has: its schema has checked that it is so. */
function refsOf(kind: string, setting: unknown): string[] {
  if (kind === "template") return refsInTemplate(setting as Template);
  if (kind === "condition") return refsInCondition(setting as Group);
  if (kind === "value") return [setting as string];
  if (kind === "attributeValue") return refsInValue(setting as AttributeSetting);
  if (kind === "attributes") return (setting as AttributeRow[]).flatMap(({ value }) => refsInValue(value));
  if (kind === "pairs" || kind === "takes" || kind === "namedValues")
    return (setting as Pair[]).flatMap(({ value }) => refsInTemplate(value));
  if (kind === "cells") return (setting as CellSetting[]).flatMap(({ value }) => refsInTemplate(value));
  if (kind === "rowMatch") return refsInTemplate((setting as RowMatch).is);
  return [];
}

const refsInValue = ({ value }: AttributeSetting): string[] => (Array.isArray(value) ? refsInTemplate(value) : []);
