import type { Speech } from "../language/speech.ts";
import type { Registry } from "../nodes/define.ts";
import type { WorkflowNode } from "./document.ts";

/** What a step is set to do: "Assign to Billing". Its kind where it is not set up, nothing where that is unknown. */
export function stepSentence(
  { type, config }: Pick<WorkflowNode, "type" | "config">,
  registry: Registry,
  speech: Speech,
): string {
  const spec = registry.get(type);
  const parsed = spec?.config.safeParse(config);
  if (!spec) return "";
  return parsed?.success ? spec.sentence(parsed.data, speech) : speech.pick(spec.label);
}
