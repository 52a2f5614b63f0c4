import { registry } from "#shared/integrations/manifest.ts";
import type { Speech } from "#shared/language/speech.ts";
import { outletsOf } from "#shared/nodes/define.ts";
import type { WorkflowNode } from "#shared/workflow/document.ts";

/** What a step is set to do: "Assign to Billing". Its kind where it is not set up, nothing where that is unknown. */
export function stepSentence({ type, config }: Pick<WorkflowNode, "type" | "config">, speech: Speech): string {
  const spec = registry.get(type);
  const parsed = spec?.config.safeParse(config);
  if (!spec) return "";
  return parsed?.success ? spec.sentence(parsed.data, speech) : speech.pick(spec.label);
}

/** The label of an exit as it is drawn; nothing where the step has no such exit, or only one. */
export function exitLabel({ type, config, onFail }: WorkflowNode, outlet: string, speech: Speech): string {
  const spec = registry.get(type);
  const parsed = spec?.config.safeParse(config);
  if (!spec || !parsed?.success) return "";
  const exits = outletsOf(spec, parsed.data, onFail);
  const found = exits.find(({ id }) => id === outlet);
  return found && exits.length > 1 ? speech.pick(found.label) : "";
}
