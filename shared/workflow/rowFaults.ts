import { text } from "../language/text.ts";
import type { AttributeRow, FieldUi, Pair, Weight } from "../nodes/form.ts";
import type { HookField } from "../hooks/hookField.ts";
import { isBlank } from "../template/template.ts";
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
