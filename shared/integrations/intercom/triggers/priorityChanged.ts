import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { inSentence } from "../../../language/speech.ts";
import { choice } from "../../../nodes/form.ts";
import { acceptedIf } from "./verdicts.ts";

const priorities = {
  any: text("Any priority", "Cualquier prioridad"),
  urgent: text("Urgent", "Urgente"),
  high: text("High", "Alta"),
  medium: text("Medium", "Media"),
  low: text("Low", "Baja"),
  none: text("None", "Ninguna"),
};

/** Intercom topic conversation.priority.updated. */
export const priorityChanged = defineTrigger({
  type: "intercom.priorityChanged",
  label: text("Priority changed", "Cambió la prioridad"),
  help: text(
    "Starts when a conversation's priority changes.",
    "Empieza cuando cambia la prioridad de una conversación.",
  ),
  keywords: text("urgent important high low flag", "urgente importante alta baja marcar"),
  icon: "priority",
  group: "triggerConversation",
  topics: ["conversation.priority.updated"],
  config: z.object({ to: choice({ label: text("New priority", "Nueva prioridad") }, priorities) }),
  example: { to: "urgent" },
  fresh: { to: "any" },
  accepts: ({ config, event }) =>
    acceptedIf(
      config.to === "any" || event.facts.conversation?.priority === config.to,
      text("It was set to another priority.", "Se puso otra prioridad."),
    ),
  sentence: ({ to }, { say, pick }) =>
    to === "any"
      ? say("When the priority of a conversation changes", "Cuando cambia la prioridad de una conversación")
      : say(
          `When the priority of a conversation becomes ${inSentence(pick(priorities[to]))}`,
          `Cuando la prioridad de una conversación pasa a ser ${inSentence(pick(priorities[to]))}`,
        ),
});
