import { registry } from "#shared/integrations/manifest.ts";
import type { Speech } from "#shared/language/speech.ts";
import { outletsOf } from "#shared/nodes/define.ts";
import type { WorkflowNode } from "#shared/workflow/document.ts";

/** The label of an exit as it is drawn; nothing where the step has no such exit, or only one. */
export function exitLabel({ type, config, onFail }: WorkflowNode, outlet: string, speech: Speech): string {
  const spec = registry.get(type);
  const parsed = spec?.config.safeParse(config);
  if (!spec || !parsed?.success) return "";
  const exits = outletsOf(spec, parsed.data, onFail);
  const found = exits.find(({ id }) => id === outlet);
  return found && exits.length > 1 ? speech.pick(found.label) : "";
}
