import { isGroup, deepestGroup, type Group } from "../conditions/condition.ts";
import { findOperator } from "../conditions/operators.ts";
import { isIntercoms } from "../events/topics.ts";
import { text, type Text } from "../language/text.ts";
import { type NodeType, outletsOf, type Registry } from "../nodes/define.ts";
import { formOf, type Widget } from "../nodes/form.ts";
import { rowFaults } from "./rowFaults.ts";
import { answersOf } from "../nodes/answersOf.ts";
import { refsIn } from "../nodes/refsIn.ts";
import type { ValueType } from "../template/fields.ts";
import { findField, isGone } from "../template/findField.ts";
import { stepIn } from "../template/reference.ts";
import { isBlank, type Template } from "../template/template.ts";
import { isOurs, type Lists, type ListName } from "../workspace/lists.ts";
import type { WorkflowDocument, WorkflowNode } from "./document.ts";
import type { Fault } from "./fault.ts";
import { reachIn, type Reach } from "./reach.ts";

interface Checked {
  node: WorkflowNode;
  spec: NodeType;
  /** As the declaration's schema read it; null where a setting does not fit. */
  config: Record<string, unknown> | null;
}

const error = (code: string, words: Text, place: Partial<Fault> = {}): Fault => ({
  level: "error",
  code,
  text: words,
  ...place,
});

/**
 * Everything that is wrong with a drawing, in words, each fault with its place. Never throws, whatever the drawing.
 * `lists` are the workspace's; null while they are not known, then nothing is called gone.
 */
export function validate(document: WorkflowDocument, registry: Registry, lists: Lists | null): Fault[] {
  const checked = document.nodes.flatMap((node): Checked[] => {
    const spec = registry.get(node.type);
    const parsed = spec?.config.safeParse(node.config);
    return spec ? [{ node, spec, config: parsed?.success ? parsed.data : null }] : [];
  });
  const byId = new Map(checked.map((step) => [step.node.id, step]));
  const reach = reachIn(document);
  const entered = new Set(document.edges.map(({ to }) => to));
  return [
    ...wholeFaults(document, checked),
    ...typeFaults(document, registry),
    ...lineFaults(document, byId, reach),
    ...checked.flatMap((step) => [
      ...settingFaults(step, lists),
      ...referenceFaults(step, byId, reach, lists),
      ...reachFaults(step, entered),
      ...bodyFaults(step, document),
    ]),
  ];
}

function wholeFaults(document: WorkflowDocument, checked: readonly Checked[]): Fault[] {
  const faults: Fault[] = [];
  if (!checked.some(({ spec }) => spec.kind === "trigger"))
    faults.push(
      error(
        "no-trigger",
        text(
          "Nothing starts this workflow yet. Add a trigger.",
          "Nada inicia todavía este flujo. Añade un disparador.",
        ),
      ),
    );
  if (!checked.some(({ spec }) => spec.kind === "action" || spec.kind === "flow"))
    faults.push(
      error(
        "no-action",
        text("This workflow does nothing yet. Add an action.", "Este flujo aún no hace nada. Añade una acción."),
      ),
    );
  const seen = new Set<string>();
  for (const { id } of document.nodes) {
    if (seen.has(id))
      faults.push(
        error(
          "same-step-twice",
          text(
            "The same step is in the drawing twice. Delete one.",
            "El mismo paso está dos veces en el dibujo. Borra uno.",
          ),
          { node: id },
        ),
      );
    seen.add(id);
  }
  return faults;
}

const typeFaults = (document: WorkflowDocument, registry: Registry): Fault[] =>
  document.nodes
    .filter(({ type }) => !registry.has(type))
    .map(({ id }) =>
      error(
        "unknown-type",
        text(
          "This kind of step does not exist here. Delete it or update Switchboard.",
          "Este tipo de paso no existe aquí. Bórralo o actualiza Switchboard.",
        ),
        { node: id },
      ),
    );

function lineFaults(document: WorkflowDocument, byId: ReadonlyMap<string, Checked>, reach: Reach): Fault[] {
  const ids = new Set(document.nodes.map(({ id }) => id));
  const taken = new Set<string>();
  return document.edges.flatMap((edge) => {
    const place = { node: ids.has(edge.from) ? edge.from : edge.to, outlet: edge.outlet };
    const from = byId.get(edge.from);
    if (!ids.has(edge.from) || !ids.has(edge.to))
      return [
        error(
          "loose-line",
          text(
            "A line leads to a step that is not there. Delete the line.",
            "Una línea lleva a un paso que no existe. Borra la línea.",
          ),
          place,
        ),
      ];
    const faults: Fault[] = [];
    const key = `${edge.from}:${edge.outlet}`;
    if (taken.has(key))
      faults.push(
        error(
          "two-lines",
          text("Two lines leave the same exit. Keep one.", "Dos líneas salen de la misma salida. Deja una."),
          place,
        ),
      );
    taken.add(key);
    if (from?.config && !outletsOf(from.spec, from.config, from.node.onFail).some(({ id }) => id === edge.outlet))
      faults.push(
        error(
          "unknown-exit",
          text(
            "A line leaves an exit that no longer exists. Join it to another exit.",
            "Una línea sale de una salida que ya no existe. Únela a otra salida.",
          ),
          place,
        ),
      );
    if (byId.get(edge.to)?.spec.kind === "trigger")
      faults.push(
        error(
          "line-into-trigger",
          text(
            "A line leads into a trigger. Triggers only start workflows.",
            "Una línea entra en un disparador. Los disparadores solo inician flujos.",
          ),
          place,
        ),
      );
    if (edge.from === edge.to || reach(edge.from).has(edge.to))
      faults.push(
        error(
          "circle",
          text(
            "These lines go round in a circle. Remove one of them.",
            "Estas líneas dan vueltas en círculo. Quita una de ellas.",
          ),
          place,
        ),
      );
    return faults;
  });
}

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

function settingFaults({ node, spec, config }: Checked, lists: Lists | null): Fault[] {
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

function referenceFaults(
  { node, spec, config }: Checked,
  byId: ReadonlyMap<string, Checked>,
  reach: Reach,
  lists: Lists | null,
): Fault[] {
  if (config === null) return [];
  const before = reach(node.id);
  return refsIn(spec, config).flatMap(({ field, ref }) => {
    const place = { node: node.id, field };
    const step = stepIn(ref);
    if (isGone(ref, lists))
      return [
        error(
          "gone",
          text(
            "A value no longer exists in Intercom. Choose a replacement.",
            "Un valor ya no existe en Intercom. Elige un sustituto.",
          ),
          place,
        ),
      ];
    const earlier = step ? byId.get(step.node) : undefined;
    if (step && earlier && before.has(step.node) && isNoLongerGiven(earlier, step.field, lists))
      return [
        error(
          "gone",
          text(
            "An earlier step no longer gives one of the values here. Choose another.",
            "Un paso anterior ya no da uno de los valores de aquí. Elige otro.",
          ),
          place,
        ),
      ];
    return (step ? before.has(step.node) : findField(ref, lists) !== null)
      ? []
      : [
          error(
            "unknown-value",
            text(
              "A value comes from a step that does not come before this one, or no longer exists. Choose another.",
              "Un valor viene de un paso que no está antes de este o que ya no existe. Elige otro.",
            ),
            place,
          ),
        ];
  });
}

/** Whether what an earlier step gives goes by its settings, and the lists if it is no trigger, all known, and this is not among it. */
const isNoLongerGiven = ({ node, spec, config }: Checked, field: string, lists: Lists | null): boolean =>
  config !== null &&
  spec.kind !== "condition" &&
  (lists !== null || spec.kind === "trigger") &&
  spec.gives !== undefined &&
  !answersOf(spec, node.config, lists).some((given) => given.field === field);

const reachFaults = ({ node, spec }: Checked, entered: ReadonlySet<string>): Fault[] => {
  if (spec.kind === "trigger" || entered.has(node.id)) return [];
  return [
    {
      level: "advice",
      code: "unreached",
      node: node.id,
      text: text(
        "No line leads to this step, so it never runs.",
        "Ninguna línea lleva a este paso, así que nunca se ejecuta.",
      ),
    },
  ];
};

/** Steps inside a loop or a branch come back by themselves: a line from there to what follows would run it again and again. */
function bodyFaults({ node, spec, config }: Checked, document: WorkflowDocument): Fault[] {
  if (spec.kind !== "flow" || config === null) return [];
  const bodies = spec.bodies(config);
  if (bodies.length === 0) return [];
  const behind = (outlets: (outlet: string) => boolean) => {
    const found = new Set<string>();
    const queue = document.edges.filter(({ from, outlet }) => from === node.id && outlets(outlet)).map(({ to }) => to);
    for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
      if (found.has(step)) continue;
      found.add(step);
      queue.push(...document.edges.filter(({ from }) => from === step).map(({ to }) => to));
    }
    return found;
  };
  const after = behind((outlet) => !bodies.includes(outlet));
  const leaks = bodies.some((body) => [...behind((outlet) => outlet === body)].some((step) => after.has(step)));
  return leaks
    ? [
        error(
          "out-of-body",
          text(
            "A line leads from inside this step to what comes after it. Let the inner steps end by themselves.",
            "Una línea va del interior de este paso a lo que viene después. Deja que los pasos de dentro terminen solos.",
          ),
          { node: node.id },
        ),
      ]
    : [];
}

/** Topics that have to be subscribed to for a drawing to start, sorted. */
export const topicsOf = (document: WorkflowDocument, registry: Registry): string[] =>
  [
    ...new Set(
      document.nodes.flatMap(({ type }) => {
        const spec = registry.get(type);
        return spec?.kind === "trigger" ? spec.topics.filter(isIntercoms) : [];
      }),
    ),
  ].toSorted();
