import type { RunDetail } from "#shared/api/runs.ts";
import type { Step } from "#shared/engine/step.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Speech } from "#shared/language/speech.ts";
import { answersOf } from "#shared/nodes/answersOf.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { ValueType } from "#shared/template/fields.ts";
import type { WorkflowNode } from "#shared/workflow/document.ts";
import { exactTime } from "../ui/times.ts";

function shown(value: Json | undefined, type: ValueType, speech: Speech, nothing: string): string {
  if (value === undefined || value === null || value === "") return nothing;
  if (type === "date" && typeof value === "number") return exactTime(value, speech.language);
  if (typeof value === "boolean") return value ? speech.say("yes", "sí") : speech.say("no", "no");
  if (typeof value === "number") return new Intl.NumberFormat(speech.language).format(value);
  if (Array.isArray(value)) return value.map((entry) => shown(entry, "text", speech, nothing)).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : value;
}

/** What a step has to show: the message for a trigger and what it was given, its answers for an action, each under its name. */
export function runStepValues(
  step: Step,
  node: WorkflowNode,
  run: RunDetail,
  speech: Speech,
  nothing: string,
): (readonly [string, string])[] {
  const spec = registry.get(node.type);
  if (spec?.kind === "trigger") {
    const { message, conversation, inputs } = run.event.facts;
    const given = answersOf(spec, node.config, speech.lists).filter(({ ref }) => ref === undefined);
    return [
      ...(message ? [[speech.label("message.authorName"), message.authorName || nothing] as const] : []),
      ...(message ? [[speech.label("message.text"), message.text || nothing] as const] : []),
      ...(conversation ? [[speech.label("conversation.id"), conversation.id] as const] : []),
      ...given.map(
        ({ field, label, type }) => [speech.pick(label), shown(inputs?.[field], type, speech, nothing)] as const,
      ),
    ];
  }
  if (!spec || step.reply === null) return [];
  const { reply } = step;
  return answersOf(spec, node.config, speech.lists).map(
    ({ field, label, type }) => [speech.pick(label), shown(reply[field], type, speech, nothing)] as const,
  );
}
