import type { Step } from "#shared/engine/step.ts";
import type { Event } from "#shared/events/event.ts";
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

/** What a run is told by, of what its event brought. */
function broughtBy({ subject, facts }: Event, speech: Speech, nothing: string): [string, string][] {
  const { message, conversation, contact, ticket } = facts;
  const told = (ref: string, value: string): [string, string] => [speech.label(ref), value || nothing];
  if (subject?.kind === "ticket" && ticket)
    return [told("ticket.number", ticket.number), told("ticket.title", ticket.title)];
  if (subject?.kind === "contact" && contact)
    return [told("contact.name", contact.name), told("contact.email", contact.email)];
  return [
    ...(message ? [told("message.authorName", message.authorName), told("message.text", message.text)] : []),
    ...(conversation ? [told("conversation.id", conversation.id)] : []),
  ];
}

/** What a step has to show: what it is about and what it was given for a trigger, its answers for an action, each under its name. */
export function stepValues(
  step: Step,
  node: WorkflowNode,
  event: Event | null,
  speech: Speech,
  nothing: string,
): (readonly [string, string])[] {
  const spec = registry.get(node.type);
  if (spec?.kind === "trigger") {
    if (!event) return [];
    const { inputs } = event.facts;
    const given = answersOf(spec, node.config, speech.lists).filter(({ ref }) => ref === undefined);
    return [
      ...broughtBy(event, speech, nothing),
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
