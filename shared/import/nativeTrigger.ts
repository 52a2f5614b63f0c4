import { text } from "../language/text.ts";
import type { Registry } from "../nodes/define.ts";
import type { WorkflowNode } from "../workflow/document.ts";
import type { ImportNote } from "./importNote.ts";
import { kindWords } from "./nativeStep.ts";
import type { NativeWorkflow } from "./readNative.ts";

type Drawn = Pick<WorkflowNode, "type" | "config">;

/** What starts a workflow, by Intercom's word for it; the first that fits. */
const triggers: readonly [RegExp, readonly string[]][] = [
  [/any_message/, ["intercom.conversationStarted", "intercom.customerReplied"]],
  [/ticket.*(created|submitted)|(new|create).*ticket/, ["intercom.ticketCreated"]],
  [/ticket.*state|ticket.*status/, ["intercom.ticketStateChanged"]],
  [/note/, ["intercom.noteAdded"]],
  [/unassigned/, ["intercom.conversationUnassigned"]],
  [/assign/, ["intercom.conversationAssigned"]],
  [/unsnooze/, ["intercom.conversationUnsnoozed"]],
  [/snooze/, ["intercom.conversationSnoozed"]],
  [/reopen/, ["intercom.conversationReopened"]],
  [/close/, ["intercom.conversationClosed"]],
  [/rat(ed|ing)|csat/, ["intercom.conversationRated"]],
  [/priority/, ["intercom.priorityChanged"]],
  [/tag/, ["intercom.conversationTagged"]],
  [/(admin|teammate).*(repl|message|sen[dt]s?)/, ["intercom.teammateReplied"]],
  [/(user|customer|contact|lead|end_user).*repl|repl.*(user|customer|contact)/, ["intercom.customerReplied"]],
  [
    /inbound_conversation|new_conversation|first_message|conversation_(started|created|opened)|(start|open)s?_(a_)?(new_)?conversation/,
    ["intercom.conversationStarted"],
  ],
];

const channels: Readonly<Record<string, string>> = {
  chat: "conversation",
  messenger: "conversation",
  web: "conversation",
  email: "email",
  whatsapp: "whatsapp",
  sms: "sms",
  phone: "phone_call",
  phone_call: "phone_call",
  facebook: "facebook",
  instagram: "instagram",
};

/** The triggers of the new drawing, one for each channel where only some are meant, and what did not fit. */
export function nativeTrigger(
  native: Pick<NativeWorkflow, "trigger" | "channels" | "devices">,
  registry: Registry,
): { triggers: Drawn[]; notes: ImportNote[] } {
  const notes: ImportNote[] = [];
  const types = triggers.find(([pattern]) => pattern.test(native.trigger))?.[1] ?? [];
  if (types.length === 0) {
    const name = kindWords(native.trigger);
    notes.push({
      text:
        name === ""
          ? text(
              "The export does not say what starts it. Choose a trigger.",
              "La exportación no dice qué lo inicia. Elige un disparador.",
            )
          : text(
              `“${name}” starts nothing here. Choose a trigger.`,
              `«${name}» aquí no inicia nada. Elige un disparador.`,
            ),
    });
  }
  const known = [
    ...new Set(native.channels.flatMap((each) => (Object.hasOwn(channels, each) ? [channels[each]] : []))),
  ];
  const strange = native.channels.filter((each) => !Object.hasOwn(channels, each)).map(kindWords);
  const drawn = types.flatMap((type): Drawn[] => {
    const config = { ...registry.get(type)?.fresh } as Drawn["config"];
    if (!("channel" in config) || known.length === 0) return [{ type, config }];
    return known.map((channel) => ({ type, config: { ...config, channel: channel ?? "any" } }));
  });
  const choosesChannel = drawn.some(({ config }) => "channel" in config);
  if (strange.length > 0)
    notes.push({
      text: text(
        `These channels cannot be chosen here: ${strange.join(", ")}.`,
        `Estos canales no se pueden elegir aquí: ${strange.join(", ")}.`,
      ),
    });
  if (known.length > 0 && drawn.length > 0 && !choosesChannel)
    notes.push({
      text: text(
        "It ran only on some channels; this trigger runs on all of them.",
        "Solo se ejecutaba en algunos canales; este disparador vale para todos.",
      ),
    });
  if (native.devices.length === 1)
    notes.push({
      text: text(
        `It ran only on this kind of device: ${native.devices.join()}. Here it runs on all.`,
        `Solo se ejecutaba en este tipo de dispositivo: ${native.devices.join()}. Aquí vale para todos.`,
      ),
    });
  return { triggers: drawn, notes };
}
