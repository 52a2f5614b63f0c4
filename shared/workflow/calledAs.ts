import { calledTopic } from "../events/topics.ts";
import type { Registry } from "../nodes/define.ts";
import { NamedType, type NamedValue } from "../workspace/lists.ts";
import type { WorkflowDocument } from "./document.ts";

/** What a drawing takes from a workflow that runs it, and what it answers; null where no other can run it. */
export function calledAs(
  document: WorkflowDocument,
  registry: Registry,
): { takes: NamedValue[]; answers: NamedValue[] } | null {
  const steps = document.nodes.flatMap(({ type, config }) => {
    const spec = registry.get(type);
    const parsed = spec?.config.safeParse(config);
    return spec && parsed?.success ? [{ spec, config: parsed.data }] : [];
  });
  const trigger = steps.find(({ spec }) => spec.kind === "trigger" && spec.topics.includes(calledTopic));
  if (trigger?.spec.kind !== "trigger") return null;
  const answers = steps.flatMap(({ spec, config }) => (spec.kind === "flow" ? (spec.returns?.(config) ?? []) : []));
  return {
    takes: (trigger.spec.gives?.(trigger.config, null) ?? []).flatMap(({ field, type }) => {
      const named = NamedType.safeParse(type);
      return named.success ? [{ name: field, type: named.data }] : [];
    }),
    // Several steps may answer by the same name: the first says its type.
    answers: answers.filter(({ name }, place) => answers.findIndex((each) => each.name === name) === place),
  };
}
