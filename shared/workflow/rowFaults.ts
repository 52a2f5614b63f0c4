import { text } from "../language/text.ts";
import type { HookField } from "../hooks/hookField.ts";
import type { AttributeRow, CellSetting, FieldUi, Pair, RowMatch, Weight } from "../nodes/form.ts";
import { readCell } from "../tables/cell.ts";
import { type Column, type ColumnType, longestCell } from "../tables/table.ts";
import { fill } from "../template/fill.ts";
import { isBlank, isChip, type Template } from "../template/template.ts";
import { type ListItem, ticketAttributeId, type Lists, type NamedValue } from "../workspace/lists.ts";
import type { Fault } from "./fault.ts";

type RowFault = Pick<Fault, "level" | "code" | "text">;

const error = (code: string, en: string, es: string): RowFault => ({ level: "error", code, text: text(en, es) });

/** What is wrong inside a setting that has several rows: attributes with their values, names with theirs, values with names. */
export function rowFaults(
  { widget }: FieldUi,
  setting: unknown,
  config: Readonly<Record<string, unknown>>,
  lists: Lists | null,
): RowFault[] {
  if (widget.kind === "weights") return weightFaults(setting as Weight[], lists?.[widget.list] ?? []);
  if (widget.kind === "names") return sameTwice(setting as NamedValue[]);
  if (widget.kind === "pairs" || widget.kind === "namedValues") return pairFaults(setting as Pair[]);
  if (widget.kind === "hookFields") return hookFaults(setting as HookField[]);
  if (widget.kind === "rowMatch" || widget.kind === "cells") {
    const columns = lists?.tables.find(({ id }) => id === config[widget.of])?.columns ?? null;
    return widget.kind === "cells"
      ? cellFaults(setting as CellSetting[], columns)
      : matchFaults(setting as RowMatch | null, columns);
  }
  if (widget.kind !== "attributes") return [];
  const items = lists?.[widget.list] ?? [];
  const type = widget.ofType === null ? null : config[widget.ofType];
  return (setting as AttributeRow[]).flatMap(({ attribute, value }, index, rows): RowFault[] => {
    const item = items.find(({ id }) => id === attribute);
    const name = item?.name ?? attribute;
    const ofOther = typeof type === "string" && !attribute.startsWith(ticketAttributeId(type, ""));
    if (ofOther || (items.length > 0 && !item))
      return [
        error(
          "gone",
          `The attribute “${name}” is not there to be set. Choose another.`,
          `El atributo «${name}» no está para definirlo. Elige otro.`,
        ),
      ];
    if (rows.findIndex((row) => row.attribute === attribute) < index)
      return [error("same-twice", `“${name}” is set twice. Keep one.`, `«${name}» se define dos veces. Deja una.`)];
    if (item?.type && item.type !== value.type)
      return [
        error(
          "other-type",
          `“${name}” takes another type of value. Set it again.`,
          `«${name}» admite otro tipo de valor. Defínelo de nuevo.`,
        ),
      ];
    return Array.isArray(value.value) && isBlank(value.value)
      ? [error("setting-missing", `“${name}” has no value.`, `«${name}» no tiene valor.`)]
      : [];
  });
}

const weightFaults = (rows: readonly Weight[], items: readonly ListItem[]): RowFault[] => [
  ...sameTwice(rows.map(({ id }) => ({ name: items.find((item) => item.id === id)?.name ?? id }))),
  ...(items.length > 0 && rows.some(({ id }) => !items.some((item) => item.id === id))
    ? [
        error(
          "gone",
          "Somebody in this list is no longer in Intercom. Choose a replacement.",
          "Alguien de esta lista ya no está en Intercom. Elige un sustituto.",
        ),
      ]
    : []),
];

const sameTwice = (rows: readonly { name: string }[]): RowFault[] =>
  rows
    .filter(({ name }, index) => rows.findIndex((row) => row.name === name) < index)
    .map(({ name }) =>
      error("same-twice", `“${name}” stands there twice. Keep one.`, `«${name}» está dos veces. Deja uno.`),
    );

const pairFaults = (pairs: readonly Pair[]): RowFault[] => [
  ...sameTwice(pairs),
  ...pairs
    .filter(({ value }) => isBlank(value))
    .map(({ name }) => error("setting-missing", `“${name}” has no value.`, `«${name}» no tiene valor.`)),
];

const hookFaults = (fields: readonly HookField[]): RowFault[] =>
  fields.flatMap(({ id, name }, index): RowFault[] => {
    if (name.trim() === "") return [error("setting-missing", "A value has no name.", "Un valor no tiene nombre.")];
    const same = fields.findIndex((field) => field.id === id || field.name.trim() === name.trim());
    return same < index
      ? [
          error(
            "same-twice",
            `Two values are called “${name}”. Rename one.`,
            `Dos valores se llaman «${name}». Renombra uno.`,
          ),
        ]
      : [];
  });

const columnGone = error(
  "gone",
  "A column is no longer in this table. Choose another.",
  "Una columna ya no está en esta tabla. Elige otra.",
);

const examples: Record<Exclude<ColumnType, "text">, [en: string, es: string]> = {
  number: ["a number, like 12.5", "un número, como 12.5"],
  date: ["a day, like 2026-11-23", "un día, como 2026-11-23"],
  boolean: ["yes or no", "sí o no"],
};

/** Words that are always the same can be held to their column's type; what values bring is only seen when it runs. */
function fixedFault({ name, type }: Column, value: Template): RowFault[] {
  if (value.some(isChip)) return [];
  const words = fill(value, () => null);
  if (words.length > longestCell)
    return [
      error(
        "too-long",
        `The text for “${name}” is too long for a cell. Write at most 2,000 characters.`,
        `El texto de «${name}» no cabe en una celda. Escribe como mucho 2000 caracteres.`,
      ),
    ];
  if (type === "text" || readCell(type, words, "en") !== undefined) return [];
  const [en, es] = examples[type];
  return [error("other-type", `“${name}” takes ${en}.`, `«${name}» admite ${es}.`)];
}

function matchFaults(match: RowMatch | null, columns: readonly Column[] | null): RowFault[] {
  if (!match) return [];
  const column = columns?.find(({ id }) => id === match.column);
  if (columns && !column) return [columnGone];
  if (isBlank(match.is))
    return [error("setting-missing", "Say what the column has to hold.", "Indica qué tiene que contener la columna.")];
  return column ? fixedFault(column, match.is) : [];
}

/** `null` while the table's columns are not known, or the table is gone, which is said of the table. */
function cellFaults(cells: readonly CellSetting[], columns: readonly Column[] | null): RowFault[] {
  if (!columns) return [];
  return cells.flatMap(({ column: id, value }, index) => {
    const column = columns.find((candidate) => candidate.id === id);
    if (!column) return [columnGone];
    if (cells.findIndex((cell) => cell.column === id) < index)
      return [
        error(
          "same-twice",
          `“${column.name}” is written twice. Keep one.`,
          `«${column.name}» se escribe dos veces. Deja una.`,
        ),
      ];
    return fixedFault(column, value);
  });
}
