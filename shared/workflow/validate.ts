import { isIntercoms } from "../events/topics.ts";
import { text } from "../language/text.ts";
import type { Registry } from "../nodes/define.ts";
import type { Lists } from "../workspace/lists.ts";
import { type Checked, error } from "./checked.ts";
import type { WorkflowDocument } from "./document.ts";
import type { Fault } from "./fault.ts";
import { bodyFaults, lineFaults } from "./lineFaults.ts";
import { reachIn } from "./reach.ts";
import { referenceFaults } from "./referenceFaults.ts";
import { settingFaults } from "./settingFaults.ts";

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
