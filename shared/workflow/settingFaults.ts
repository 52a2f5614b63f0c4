import { deepestGroup, type Group, isGroup } from "../conditions/condition.ts";
import { findOperator } from "../conditions/operators.ts";
import { text, type Text } from "../language/text.ts";
import { formOf, type Widget } from "../nodes/form.ts";
import type { ValueType } from "../template/fields.ts";
import { findField } from "../template/findField.ts";
import { isBlank, type Template } from "../template/template.ts";
import { isOurs, type ListName, type Lists } from "../workspace/lists.ts";
import { type Checked, error } from "./checked.ts";
import type { Fault } from "./fault.ts";
import { rowFaults } from "./rowFaults.ts";

const rowKinds: ReadonlySet<Widget["kind"]> = new Set([
  "attributes",
  "pairs",
  "names",
  "namedValues",
  "weights",
  "hookFields",
  "rowMatch",
  "cells",
]);

/** What is wrong with the settings of one step, each fault at its setting. */
export function settingFaults({ node, spec, config }: Checked, lists: Lists | null): Fault[] {
  return formOf(spec.config).flatMap(({ key, ui, schema, optional }) => {
    const given = Object.hasOwn(node.config, key) ? node.config[key] : undefined;
    const place = { node: node.id, field: key };
    if (optional && given === undefined) return [];
    const { en, es } = ui.label;
    if (!schema.safeParse(given).success)
      return [error("setting-missing", text(`“${en}” is not filled in.`, `Falta completar «${es}».`), place)];
    if (config === null) return [];
    const setting = config[key];
    const { widget } = ui;
    if (widget.kind === "template" && isBlank(setting as Template))
      return optional ? [] : [error("setting-missing", text(`“${en}” is empty.`, `«${es}» está vacío.`), place)];
    if (widget.kind === "value" && widget.types && lists)
      return typeFault(setting as string, widget.types, lists, place);
    if (rowKinds.has(widget.kind))
      return rowFaults(ui, setting, config, lists).map((fault) => ({ ...fault, ...place }));
    if (widget.kind === "condition") return conditionFaults(setting as Group, place, 1);
    if (widget.kind === "pick") return goneFaults(widget.list, setting as string, ui.label, place, lists);
    if (widget.kind === "pickFrom") {
      const choice = setting as { list: ListName; id: string } | null;
      return choice ? goneFaults(choice.list, choice.id, ui.label, place, lists) : [];
    }
    return [];
  });
}

/** Of what an earlier step answers, its declaration says the type; that is seen when it runs. */
function typeFault(ref: string, types: readonly ValueType[], lists: Lists, place: Partial<Fault>): Fault[] {
  const field = findField(ref, lists);
  if (!field || types.includes(field.type)) return [];
  const words = types.includes("date")
    ? text("This value holds no date. Choose another.", "Este valor no contiene una fecha. Elige otro.")
    : text("This value is of another type. Choose another.", "Este valor es de otro tipo. Elige otro.");
  return [error("other-type", words, place)];
}

/** An empty list of Intercom's may be one that the token cannot read; one of ours is empty. */
function goneFaults(list: ListName, id: string, label: Text, place: Partial<Fault>, lists: Lists | null): Fault[] {
  const known = lists !== null && (lists[list].length > 0 || isOurs(list));
  if (!known || lists[list].some((item) => item.id === id)) return [];
  const where = isOurs(list) ? text("", "") : text(" in Intercom", " en Intercom");
  return [
    error(
      "gone",
      text(
        `What “${label.en}” names no longer exists${where.en}. Choose a replacement.`,
        `Lo que indica «${label.es}» ya no existe${where.es}. Elige un sustituto.`,
      ),
      place,
    ),
  ];
}

function conditionFaults(group: Group, place: Partial<Fault>, depth: number): Fault[] {
  if (depth > deepestGroup)
    return [
      error(
        "too-deep",
        text(
          "The rules are nested too deeply. Split them over two steps.",
          "Las reglas están demasiado anidadas. Repártelas en dos pasos.",
        ),
        place,
      ),
    ];
  if (group.rules.length === 0)
    return [error("no-rules", text("Add at least one rule.", "Añade al menos una regla."), place)];
  return group.rules.flatMap((entry) => {
    if (isGroup(entry)) return conditionFaults(entry, place, depth + 1);
    return findOperator(entry.operator)?.compile(entry.operand)
      ? []
      : [
          error(
            "rule-incomplete",
            text(
              "A rule is not complete. Say what to compare with.",
              "Una regla está incompleta. Indica con qué comparar.",
            ),
            place,
          ),
        ];
  });
}
