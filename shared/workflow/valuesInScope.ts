import { text, type Language, type Text } from "../language/text.ts";
import { answersOf } from "../nodes/answersOf.ts";
import type { Registry } from "../nodes/define.ts";
import type { Options, ValueType } from "../template/fields.ts";
import { allFields, findField } from "../template/findField.ts";
import { stepIn } from "../template/reference.ts";
import type { Lists } from "../workspace/lists.ts";
import type { WorkflowDocument, WorkflowNode } from "./document.ts";
import { stepsBefore } from "./reach.ts";

/** One value a step may refer to, as a list of values shows it. */
export interface ScopedValue {
  ref: string;
  type: ValueType;
  options?: Options;
  label: Text;
  /** The heading it stands under: what it belongs to, or the earlier step that answers it. */
  group: Text;
}

const headings = {
  message: text("Message", "Mensaje"),
  conversation: text("Conversation", "Conversación"),
  contact: text("Customer", "Cliente"),
  company: text("Company", "Empresa"),
  ticket: text("Ticket", "Ticket"),
  happening: text("What happened", "Lo que ocurrió"),
};

/** What a step is called on screen: the person's own name for it, else its kind's. */
export const stepName = (node: WorkflowNode, registry: Registry): Text =>
  node.name ? text(node.name, node.name) : (registry.get(node.type)?.label ?? text("Unknown step", "Paso desconocido"));

function answeredBy(node: WorkflowNode, registry: Registry, lists: Lists | null): ScopedValue[] {
  const spec = registry.get(node.type);
  const answers = spec ? answersOf(spec, node.config, lists) : [];
  return answers.map(({ field, ref, label, type }) => ({
    ref: ref ?? `steps.${node.id}.${field}`,
    type,
    label,
    group: stepName(node, registry),
  }));
}

/** Everything a step may refer to: all facts, and what the steps before it answer. */
export function valuesInScope(
  document: WorkflowDocument,
  node: string,
  registry: Registry,
  lists: Lists | null,
): ScopedValue[] {
  const before = stepsBefore(document, node);
  return [
    ...allFields(lists).map(({ ref, type, options, label, source }) => ({
      ref,
      type,
      ...(options ? { options } : {}),
      label,
      group: headings[source],
    })),
    ...document.nodes.filter(({ id }) => before.has(id)).flatMap((earlier) => answeredBy(earlier, registry, lists)),
  ];
}

/** Names values for sentences and chips, wherever in the drawing they are used. */
export function valueLabels(document: WorkflowDocument, registry: Registry, lists: Lists | null) {
  const steps = new Map(document.nodes.map((node) => [node.id, node]));
  return (ref: string, language: Language): string => {
    const reference = stepIn(ref);
    const step = reference ? steps.get(reference.node) : undefined;
    const answered = step ? answeredBy(step, registry, lists).find((value) => value.ref === ref) : undefined;
    if (answered) return `${answered.label[language]} (${answered.group[language]})`;
    const gone = text("a value that is gone", "un valor que ya no existe");
    return (findField(ref, lists)?.label ?? gone)[language];
  };
}
